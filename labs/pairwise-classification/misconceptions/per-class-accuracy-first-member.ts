import type { JudgedPair } from '#solutions/pairwise-classification/perClassAccuracy.ts'

/** Asks for the class of the first image only. */
export function perClassAccuracy(pairs: readonly JudgedPair[]): Record<number, number> {
  const labels = new Set(pairs.flatMap(({ a, b }) => [a, b]))
  return Object.fromEntries(
    [...labels].flatMap((label) => {
      const own = pairs.filter(({ a }) => a === label)
      const right = own.filter(({ actual, predicted }) => actual === predicted)
      return own.length === 0 ? [] : [[label, right.length / own.length]]
    }),
  )
}
