import type { JudgedPair } from '#solutions/pairwise-classification/perClassAccuracy.ts'

/** Only pairs whose two images are of the class. */
export function perClassAccuracy(pairs: readonly JudgedPair[]): Record<number, number> {
  const labels = new Set(pairs.flatMap(({ a, b }) => [a, b]))
  return Object.fromEntries(
    [...labels].flatMap((label) => {
      const own = pairs.filter(({ a, b }) => a === label && b === label)
      const right = own.filter(({ actual, predicted }) => actual === predicted)
      return own.length === 0 ? [] : [[label, right.length / own.length]]
    }),
  )
}
