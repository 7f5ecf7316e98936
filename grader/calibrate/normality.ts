import { cumulative } from './normal.ts'

/** Beyond it, normality is rejected at 5 % when mean and standard deviation are those of the sample. */
const CRITICAL = 0.752
/** With fewer, the critical value is not known to hold. */
const FEWEST = 8

/** What the Anderson-Darling test says of a sample. */
export interface Normality {
  /** A*^2, the larger the less normal; infinite when all values are equal, or one is impossibly far out. */
  readonly statistic: number
  readonly rejected: boolean
}

/**
 * The Anderson-Darling test for normality with unknown mean and variance, with the correction for small
 * samples A^2 (1 + 0.75/n + 2.25/n^2) and the critical value for 5 %: R. B. D'Agostino and M. A. Stephens,
 * "Goodness-of-Fit Techniques", 1986, table 4.7. Fewer than 8 values are rejected.
 */
export function andersonDarling(values: readonly number[]): Normality {
  const count = values.length
  const { mean, std } = moments(values)
  if (count < FEWEST || !(std > 0)) return { statistic: Infinity, rejected: true }
  const levels = values.map((value) => cumulative((value - mean) / std)).toSorted((a, b) => a - b)
  const sum = levels.reduce((total, level, i) => {
    const opposite = levels[count - 1 - i] ?? 0
    return total + (2 * i + 1) * (Math.log(level) + Math.log1p(-opposite))
  }, 0)
  const statistic = (-count - sum / count) * (1 + 0.75 / count + 2.25 / count ** 2)
  return { statistic, rejected: !(statistic <= CRITICAL) }
}

/** Mean and sample standard deviation (n - 1); values that differ by rounding only have deviation 0. */
export function moments(values: readonly number[]): { mean: number; std: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const std = Math.sqrt(squares / Math.max(1, values.length - 1))
  return { mean, std: std > Math.abs(mean) * 1e-12 ? std : 0 }
}
