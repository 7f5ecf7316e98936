import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/convolutions/pool2d.ts'

const { submission } = bind<typeof lab>()

/** The grid of the handout, [1, 5, 5, 1]. */
const grid = tf.tensor4d(
  [
    [60, 113, 56, 139, 85],
    [73, 121, 54, 84, 128],
    [131, 99, 70, 129, 127],
    [80, 57, 115, 69, 134],
    [104, 126, 123, 95, 130],
  ].flat(),
  [1, 5, 5, 1],
)

describe('pool2d', () => {
  test('worked-example', async () => {
    // floor(5 / 2) = 2: the last row and the last column are dropped.
    await expect(submission.pool2d(grid, 2, 'max')).toMatchTensor(square([121, 139, 131, 129]))
    await expect(submission.pool2d(grid, 2, 'min')).toMatchTensor(square([60, 54, 57, 69]))
    await expect(submission.pool2d(grid, 2, 'average')).toMatchTensor(
      square([91.75, 83.25, 91.75, 95.75]),
    )
    // ceil(5 / 2) = 3: the last windows hold two pixels, and the very last one pixel.
    await expect(submission.pool2d(grid, 2, 'max', 'same')).toMatchTensor(
      square([121, 139, 128, 131, 129, 134, 126, 123, 130]),
    )
    await expect(submission.pool2d(grid, 2, 'min', 'same')).toMatchTensor(
      square([60, 54, 85, 57, 69, 127, 104, 95, 130]),
    )
    await expect(submission.pool2d(grid, 2, 'average', 'same')).toMatchTensor(
      square([91.75, 83.25, 106.5, 91.75, 95.75, 130.5, 115, 109, 130]),
    )
  })
})

function square(values: number[]): tf.Tensor4D {
  const side = Math.sqrt(values.length)
  return tf.tensor4d(values, [1, side, side, 1])
}
