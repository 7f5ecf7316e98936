import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, hold, numericalGradient, random, straddling, twice } from '#kit'
import type * as lab from '#starter/custom-losses/regularizedLoss.ts'

const { submission, reference } = bind<typeof lab>()

const SHAPES = [[4, 3], [5], [2, 2, 3, 2], [], [3, 1, 2]]

describe('regularizedLoss', () => {
  test('random-weights', async () => {
    for (const { count, size } of straddling({ count: [1, 5], size: [1, 6] }).toReversed()) {
      const weights = SHAPES.slice(0, count).map((shape) => random.normal([size, ...shape]))
      const [l1 = 0, l2 = 0] = random.numbers(2, 0.05, 0.5)
      for (const [a, b] of [
        [l1, l2],
        [l1, 0],
        [0, l2],
      ] as const) {
        const penalty = await submission.regularizedLoss(weights, a, b)
        diagnose('regularized-loss-mean-for-sum', await isMean(penalty, weights, a, b))
        await expect(penalty).toMatchTensor(reference.regularizedLoss(weights, a, b))
      }
    }
  })

  test('gradient', async () => {
    const [l1 = 0, l2 = 0] = random.numbers(2, 0.2, 0.6)
    const bias = awayFromZero([3])
    await expect(submission.regularizedLoss([bias], l1, l2)).toMatchTensor(
      reference.regularizedLoss([bias], l1, l2),
    )
    for (const shape of [[2, 4], [5]]) {
      const w = awayFromZero(shape)
      const slopes = numericalGradient(
        (moved) => submission.regularizedLoss([moved, bias], l1, l2),
        w,
        { step: STEP },
      )
      await expect(slopes).toMatchTensor(
        w
          .sign()
          .mul(l1)
          .add(w.mul(2 * l2)),
      )
    }
  })

  test('leaves-inputs', async () => {
    const weights = [random.normal([3, 4]), random.normal([4])]
    const held = await hold(weights)
    const [first, second] = await twice(
      'regularized-loss-mutates-input',
      () => submission.regularizedLoss(held, 0.1, 0.2),
      () => submission.regularizedLoss(weights, 0.1, 0.2),
    )
    await expect(first).toMatchTensor(reference.regularizedLoss(weights, 0.1, 0.2))
    await expect(second).toMatchTensor(reference.regularizedLoss(weights, 0.1, 0.2))
  })
})

/** The penalty is a parabola on either side of 0: with a step that stays there the differences are exact. */
const STEP = 0.125

/** Numbers of either sign whose size is at least twice the step: |w| has no slope at 0. */
function awayFromZero(shape: number[]): tf.Tensor {
  const sizes = random.uniform(shape, 2 * STEP, 1.5)
  return tf.tidy(() => sizes.mul(random.normal(shape).sign()))
}

/** Whether a penalty is the mean over the weights of all tensors together: one of each tensor is another. */
async function isMean(
  penalty: unknown,
  weights: readonly tf.Tensor[],
  l1: number,
  l2: number,
): Promise<boolean> {
  if (!(penalty instanceof tf.Tensor) || penalty.size !== 1) return false
  const [value = Number.NaN] = await penalty.data()
  const all = weights.flatMap((weight) => Array.from(weight.dataSync()))
  const costs = all.map((w) => l1 * Math.abs(w) + l2 * w ** 2)
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length
  return costs.length > 1 && Math.abs(value - mean) <= 1e-4 * mean
}
