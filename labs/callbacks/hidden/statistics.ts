/** Statistics of one list of numbers, in double precision. */
export interface Statistics {
  readonly mean: number
  readonly variance: number
  /** Population: divided by n. */
  readonly std: number
  /** Divided by n - 1; NaN for a single number. */
  readonly sampleStd: number
}

export function statisticsOf(values: ArrayLike<number>): Statistics {
  const list = Array.from(values)
  const mean = list.reduce((sum, x) => sum + x, 0) / list.length
  const squares = list.reduce((sum, x) => sum + (x - mean) ** 2, 0)
  const variance = squares / list.length
  return {
    mean,
    variance,
    std: Math.sqrt(variance),
    sampleStd: Math.sqrt(squares / (list.length - 1)),
  }
}
