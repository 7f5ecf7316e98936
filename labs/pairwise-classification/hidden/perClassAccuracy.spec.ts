import { describe, expect, test } from 'vitest'
import { bind, hold, random, straddling, twice } from '#kit'
import type * as lab from '#starter/pairwise-classification/perClassAccuracy.ts'

const { submission, reference } = bind<typeof lab>()

/** Pairs of some classes with gaps between their numbers; a third of the answers are wrong. */
function judgedPairs(count: number, classes: number, sameShare: number): lab.JudgedPair[] {
  const labels = Array.from({ length: classes }, (_, i) => 2 + 3 * i)
  return Array.from({ length: count }, () => {
    const a = random.choice(labels)
    const b = random.integer(1, 100) <= 100 * sameShare ? a : random.choice(labels)
    const actual = Number(a === b)
    return { a, b, actual, predicted: random.integer(1, 3) === 1 ? 1 - actual : actual }
  })
}

describe('perClassAccuracy', () => {
  test('random-pairs', async () => {
    // Most pairs first: a few pairs hide mistakes that many show.
    for (const { count, classes } of straddling({ count: [1, 60], classes: [2, 5] }).toReversed()) {
      const pairs = judgedPairs(count, classes, 0.2)
      await expect(submission.perClassAccuracy(pairs)).toMatchValue(
        reference.perClassAccuracy(pairs),
      )
    }
  })

  test('same-class-pairs', async () => {
    for (const { count, classes } of straddling({ count: [5, 40], classes: [2, 4] }).toReversed()) {
      const pairs = judgedPairs(count, classes, 0.6)
      await expect(submission.perClassAccuracy(pairs)).toMatchValue(
        reference.perClassAccuracy(pairs),
      )
    }
  })

  test('few-pairs', async () => {
    for (const [a, b] of [
      [7, 0],
      [4, 4],
    ] as const) {
      for (const predicted of [1, 0]) {
        const pairs = [{ a, b, actual: Number(a === b), predicted }]
        await expect(submission.perClassAccuracy(pairs)).toMatchValue(
          reference.perClassAccuracy(pairs),
        )
      }
    }
    await expect(submission.perClassAccuracy([])).toMatchValue(reference.perClassAccuracy([]))
  })

  test('leaves-inputs', async () => {
    const pairs = judgedPairs(40, 4, 0.4)
    const held = await hold(pairs)
    const [first, second] = await twice(
      'per-class-accuracy-mutates-input',
      () => submission.perClassAccuracy(held),
      () => submission.perClassAccuracy(pairs),
    )
    await expect(first).toMatchValue(reference.perClassAccuracy(pairs))
    await expect(second).toMatchValue(reference.perClassAccuracy(pairs))
  })
})
