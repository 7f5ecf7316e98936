import fc from 'fast-check'
import type { Oracle } from '#kit'
import {
  type JudgedPair,
  perClassAccuracy,
} from '#solutions/pairwise-classification/perClassAccuracy.ts'

const label = fc.integer({ min: 0, max: 4 })
const answer = fc.integer({ min: 0, max: 1 })

/**
 * By inclusion and exclusion: the pairs with the class first, plus those with it second, less those with
 * both, which were counted twice.
 */
export const oracle: Oracle<JudgedPair[]> = {
  arbitrary: fc.array(
    fc
      .record({ a: label, b: label, predicted: answer })
      .map((pair) => ({ ...pair, actual: Number(pair.a === pair.b) })),
    { maxLength: 30 },
  ),
  solution: (pairs) => perClassAccuracy(pairs),
  expected: (pairs) => {
    const right = pairs.filter(({ actual, predicted }) => actual === predicted)
    const count = (list: readonly JudgedPair[], of: number) =>
      list.filter(({ a }) => a === of).length +
      list.filter(({ b }) => b === of).length -
      list.filter(({ a, b }) => a === of && b === of).length
    return Object.fromEntries(
      [0, 1, 2, 3, 4].flatMap((of) => {
        const all = count(pairs, of)
        return all === 0 ? [] : [[of, count(right, of) / all]]
      }),
    )
  },
  tolerance: { maxError: 1e-12, reason: 'one division of small whole numbers' },
}
