import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/sparse-autoencoders/applyAutoencoder.ts'

const { submission } = bind<typeof lab>()

/** The example of the handout: two images of three pixels, a code of two units. */
const images = tf.tensor2d([
  [1, 0, 1],
  [0, 1, 1],
])
const encoderWeights = tf.tensor2d([
  [1, -1],
  [0, 1],
  [1, 0.5],
])
const encoderBias = tf.tensor1d([-1, 0])
const decoderWeights = tf.tensor2d([
  [2, -2, 1],
  [-2, 2, 0],
])
const decoderBias = tf.tensor1d([0, 0, 1])

/** Before the sigmoid; the code is [[1, 0], [0, 1.5]]. */
const sums = tf.tensor2d([
  [2, -2, 2],
  [-3, 3, 1],
])
const meanSquaredError = 0.0199093
const meanCode = 2.5 / 4

const weights = [encoderWeights, encoderBias, decoderWeights, decoderBias] as const

describe('applyAutoencoder', () => {
  test('worked-example', async () => {
    const { output, loss } = await submission.applyAutoencoder(images, ...weights)
    await expect(output).toMatchTensor(tf.sigmoid(sums))
    // 0.0199093 + 0.05 * 0.625
    await expect(loss).toMatchTensor(tf.scalar(meanSquaredError + 0.05 * meanCode))
  })

  test('penalty', async () => {
    for (const beta of [0, 1, 0.2]) {
      const { loss } = await submission.applyAutoencoder(images, ...weights, beta)
      await expect(loss).toMatchTensor(tf.scalar(meanSquaredError + beta * meanCode))
    }
  })
})
