import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/custom-losses/regularizedLoss.ts'

const { submission } = bind<typeof lab>()

/** The kernel and the bias of the handout. */
const kernel = tf.tensor2d([
  [1, -2],
  [3, 0],
])
const bias = tf.tensor1d([-1, 0.5])

describe('regularizedLoss', () => {
  test('worked-example', async () => {
    // sum(|w|) = 1 + 2 + 3 + 0 + 1 + 0.5 = 7.5 and sum(w^2) = 1 + 4 + 9 + 0 + 1 + 0.25 = 15.25
    await expect(submission.regularizedLoss([kernel, bias], 0.1, 0.01)).toMatchTensor(
      tf.scalar(0.1 * 7.5 + 0.01 * 15.25),
    )
    await expect(submission.regularizedLoss([kernel, bias], 0.1, 0)).toMatchTensor(tf.scalar(0.75))
    await expect(submission.regularizedLoss([kernel, bias], 0, 0.01)).toMatchTensor(
      tf.scalar(0.1525),
    )
    await expect(submission.regularizedLoss([bias], 1, 1)).toMatchTensor(tf.scalar(2.75))
  })
})
