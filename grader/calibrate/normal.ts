import { root } from './root.ts'

/** Beyond this many standard deviations the distribution function is 0 or 1 to 15 digits. */
const FAR = 8

/** Density of the standard normal distribution. */
export function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
}

/**
 * Distribution function of the standard normal distribution, with an absolute error below 1e-14: the
 * series 1/2 + density(x) (x + x^3/3 + x^5/(3*5) + ...) of G. Marsaglia, "Evaluating the normal
 * distribution", Journal of Statistical Software 11(4), 2004.
 */
export function cumulative(x: number): number {
  if (Number.isNaN(x)) return Number.NaN
  if (x <= -FAR) return 0
  if (x >= FAR) return 1
  let sum = x
  let term = x
  for (let factor = 3, before = Number.NaN; sum !== before; factor += 2) {
    before = sum
    term *= (x * x) / factor
    sum += term
  }
  return Math.min(1, Math.max(0, 0.5 + sum * density(x)))
}

/** The value that a standard normal variable stays below with this probability, 0 < probability < 1. */
export function quantile(probability: number): number {
  return root((x) => cumulative(x) - probability, -FAR, FAR)
}
