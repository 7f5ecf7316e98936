import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/convolutions/conv2d.ts'

const { submission } = bind<typeof lab>()

/** The image of the handout, [1, 5, 5, 1]. */
const image = tf.tensor4d(
  [
    [1, 0, 2, 1, 0],
    [0, 3, 1, 0, 2],
    [2, 1, 0, 1, 1],
    [1, 0, 1, 2, 0],
    [0, 2, 1, 0, 3],
  ].flat(),
  [1, 5, 5, 1],
)

const filterA = [
  [0.1, -0.1, 0.2],
  [0, 0.1, -0.1],
  [0.1, 0, 0.1],
]
const filterB = [
  [0, 0.1, -0.1],
  [0.1, -0.1, 0],
  [-0.1, 0.2, 0.1],
]

/** Both filters, [3, 3, 1, 2]: the last axis says which filter. */
const filters = tf.stack([tf.tensor2d(filterA), tf.tensor2d(filterB)], 2).expandDims<tf.Tensor4D>(2)

describe('conv2d', () => {
  test('fixed-case', async () => {
    const sumsA = [
      [0.9, 0.3, 0],
      [0.2, 0.3, 0.6],
      [0.1, 0.4, 0.7],
    ]
    const sumsB = [
      [-0.5, 0.3, 0.5],
      [0.3, 0.6, 0],
      [0.7, -0.2, 0.1],
    ]
    const sums = tf.stack([tf.tensor2d(sumsA), tf.tensor2d(sumsB)], 2).expandDims(0)
    await expect(submission.conv2d(image, filters, 'linear')).toMatchTensor(sums)
    // The first pixel is [0.7109495, 0.37754067]; filter A ends with 0.66818777.
    await expect(submission.conv2d(image, filters)).toMatchTensor(tf.sigmoid(sums))
  })

  test('channels', async () => {
    const first = [
      [1, 2, 0],
      [0, 1, 3],
      [2, 0, 0],
    ]
    const second = [
      [0, 1, 1],
      [2, 0, 1],
      [1, 1, 0],
    ]
    const twoChannels = tf
      .stack([tf.tensor2d(first), tf.tensor2d(second)], 2)
      .expandDims<tf.Tensor4D>(0)
    // [2, 2, 2, 1]: [[2, 0], [0, -1]] for the first channel, [[0, 1], [-2, 0]] for the second.
    const filter = tf.tensor4d([2, 0, 0, 1, 0, -2, -1, 0], [2, 2, 2, 1])
    await expect(submission.conv2d(twoChannels, filter, 'linear')).toMatchTensor(
      tf.tensor4d([-2, 2, -2, 1], [1, 2, 2, 1]),
    )
    await expect(submission.conv2d(twoChannels, filter, 'relu')).toMatchTensor(
      tf.tensor4d([0, 2, 0, 1], [1, 2, 2, 1]),
    )
  })
})
