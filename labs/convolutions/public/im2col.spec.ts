import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/convolutions/im2col.ts'

const { submission } = bind<typeof lab>()

describe('im2col', () => {
  test('worked-example', async () => {
    // Pixel (row, column) holds the number 6*row + column, so a patch shows where it comes from.
    const numbered = tf.range(0, 48).reshape<tf.Tensor4D>([1, 8, 6, 1])
    const patches = await submission.im2col(numbered, 2, 3)
    await expect(patches.shape).toMatchValue([1, 7, 4, 6])
    const rows = patches.reshape<tf.Tensor2D>([28, 6])
    await expect(rows.slice([0], [1])).toMatchTensor(tf.tensor2d([[0, 1, 2, 6, 7, 8]]))
    await expect(rows.slice([27], [1])).toMatchTensor(tf.tensor2d([[39, 40, 41, 45, 46, 47]]))

    // Two channels: the pixels of a row, each with its channels side by side.
    const coloured = tf.tensor4d([1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60], [1, 2, 3, 2])
    await expect(submission.im2col(coloured, 2, 2)).toMatchTensor(
      tf.tensor4d([1, 10, 2, 20, 4, 40, 5, 50, 2, 20, 3, 30, 5, 50, 6, 60], [1, 1, 2, 8]),
    )
  })
})
