import type { JudgedPair } from '#solutions/pairwise-classification/perClassAccuracy.ts'

/** Counts a pair for its first and for its second image: a pair of one class counts twice. */
export function perClassAccuracy(pairs: readonly JudgedPair[]): Record<number, number> {
  const rows = pairs.flatMap(({ a, b, actual, predicted }) =>
    [a, b].map((label) => ({ label, right: Number(actual === predicted) })),
  )
  const byLabel = Map.groupBy(rows, ({ label }) => label)
  return Object.fromEntries(
    [...byLabel].map(([label, own]) => [
      label,
      own.reduce((sum, { right }) => sum + right, 0) / own.length,
    ]),
  )
}
