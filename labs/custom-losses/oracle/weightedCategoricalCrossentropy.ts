import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { weightedCategoricalCrossentropy } from '#solutions/custom-losses/weightedCategoricalCrossentropy.ts'

interface Data {
  readonly weights: readonly number[]
  readonly rows: readonly { readonly actual: number; readonly p: readonly number[] }[]
}

/** `tf.losses.logLoss` for each example alone, with its weight; it adds 1e-7 where we clip. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.integer({ min: 2, max: 5 }).chain((classes) =>
    fc.record({
      weights: fc.array(
        fc.integer({ min: 0, max: 20 }).map((n) => n / 4),
        {
          minLength: classes,
          maxLength: classes,
        },
      ),
      rows: fc.array(
        fc.record({
          actual: fc.integer({ min: 0, max: classes - 1 }),
          p: fc.array(
            fc.integer({ min: 0, max: 64 }).map((n) => n / 64),
            {
              minLength: classes,
              maxLength: classes,
            },
          ),
        }),
        { minLength: 1, maxLength: 9 },
      ),
    }),
  ),
  solution({ weights, rows }) {
    const yTrue = tf.oneHot(
      rows.map(({ actual }) => actual),
      weights.length,
    )
    const yPred = tf.tensor2d(rows.map(({ p }) => [...p]))
    return weightedCategoricalCrossentropy([...weights])(yTrue.toFloat(), yPred)
  },
  expected({ weights, rows }) {
    const costs = rows.map(({ actual, p }) =>
      tf.losses.logLoss(
        [1],
        [p[actual] ?? Number.NaN],
        weights[actual] ?? 0,
        1e-7,
        tf.Reduction.SUM,
      ),
    )
    return tf.addN(costs).div(rows.length).asScalar()
  },
  tolerance: {
    maxError: 2e-5,
    reason:
      'A probability of 1/64 and 1e-7 more: 6.4e-6 of a logarithm, times a weight of at most 5.',
  },
}
