import { cumulative, quantile } from './normal.ts'
import { root } from './root.ts'

/** Intervals of Simpson's rule over the spread of a sample; twice as many change nothing in 10 digits. */
const INTERVALS = 2000
/** The integrand is below 1e-30 this many standard deviations of s away from 1. */
const REACH = 12
const LARGEST_FACTOR = 1e4

/**
 * The factor K of the one-sided tolerance limit mean - K s: in `confidence` of all samples of `count` from
 * a normal distribution, at least `coverage` of that distribution lies above the limit. K is the quantile
 * of a noncentral t distribution with count - 1 degrees of freedom and noncentrality
 * z(coverage) sqrt(count), divided by sqrt(count): G. J. Hahn and W. Q. Meeker, "Statistical Intervals",
 * 1991, section 4.6.3. At least 2 must be sampled.
 */
export function toleranceFactor(count: number, coverage: number, confidence: number): number {
  const spread = spreadOf(count - 1)
  return root(
    (factor) => certainty(spread, count, factor, coverage) - confidence,
    -LARGEST_FACTOR,
    LARGEST_FACTOR,
  )
}

/**
 * The coverage of which mean - factor s is the tolerance limit, the inverse of `toleranceFactor`.
 */
export function coverageOf(count: number, factor: number, confidence: number): number {
  const spread = spreadOf(count - 1)
  // The larger the coverage that is asked for, the less certain it is.
  return root((coverage) => confidence - certainty(spread, count, factor, coverage), 0, 1)
}

/** A sample's standard deviation as a share of the population's: nodes, and weights that sum to 1. */
interface Spread {
  readonly nodes: readonly number[]
  readonly weights: readonly number[]
}

/**
 * The distribution of s = sqrt(chi^2 / freedom), whose density is proportional to
 * s^(freedom - 1) exp(-freedom s^2 / 2), on the nodes of Simpson's rule.
 */
function spreadOf(freedom: number): Spread {
  const reach = REACH / Math.sqrt(2 * freedom)
  const [low, high] = [Math.max(0, 1 - reach), 1 + reach]
  const nodes = Array.from(
    { length: INTERVALS + 1 },
    (_, i) => low + ((high - low) * i) / INTERVALS,
  )
  const densities = nodes.map((s, i) => {
    const simpson = i === 0 || i === INTERVALS ? 1 : i % 2 === 1 ? 4 : 2
    // relative to s = 1, near the mode: nothing over- or underflows
    const power = freedom === 1 ? 1 : s ** (freedom - 1)
    return simpson * power * Math.exp((-freedom * (s * s - 1)) / 2)
  })
  const total = densities.reduce((sum, each) => sum + each, 0)
  return { nodes, weights: densities.map((each) => each / total) }
}

/**
 * The share of samples for which at least `coverage` lies above mean - factor s: the distribution function
 * of the noncentral t at factor sqrt(count), integrated over s.
 */
function certainty(spread: Spread, count: number, factor: number, coverage: number): number {
  const shift = quantile(coverage)
  const scale = Math.sqrt(count)
  return spread.nodes.reduce((sum, s, i) => {
    return sum + (spread.weights[i] ?? 0) * cumulative(scale * (factor * s - shift))
  }, 0)
}
