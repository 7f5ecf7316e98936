import type { JudgedPair } from '#solutions/pairwise-classification/perClassAccuracy.ts'

/** Divides by the number of all pairs: the shares of rare classes are small however right they are. */
export function perClassAccuracy(pairs: readonly JudgedPair[]): Record<number, number> {
  const labels = new Set(pairs.flatMap(({ a, b }) => [a, b]))
  return Object.fromEntries(
    [...labels].map((label) => {
      const own = pairs.filter(({ a, b }) => a === label || b === label)
      const right = own.filter(({ actual, predicted }) => actual === predicted)
      return [label, right.length / pairs.length]
    }),
  )
}
