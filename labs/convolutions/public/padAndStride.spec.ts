import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/convolutions/padAndStride.ts'

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

/** A sharpening filter: five times the pixel, less its four neighbours. */
const sharpen = tf.tensor4d([0, -1, 0, -1, 5, -1, 0, -1, 0], [3, 3, 1, 1])

describe('padAndStride', () => {
  test('padded-grid', async () => {
    // The first pixel has two neighbours outside the image: 5*60 - 113 - 73 = 114.
    await expect(submission.padAndStride(grid, sharpen, { padding: 'same' })).toMatchTensor(
      picture([
        [114, 328, -26, 470, 158],
        [53, 266, -61, -30, 344],
        [403, 116, -47, 295, 244],
        [108, -135, 256, -128, 344],
        [314, 346, 279, 153, 421],
      ]),
    )
    // An even filter needs an odd number of zeros; the extra one comes last: 5*1 + 0*10 = 5.
    const row = picture([[1, 2, 3, 4, 5]])
    const pair = tf.tensor4d([1, 10], [1, 2, 1, 1])
    await expect(submission.padAndStride(row, pair, { padding: 'same' })).toMatchTensor(
      picture([[21, 32, 43, 54, 5]]),
    )
    // Without options: no padding, stride 1, dilation 1. Only the inner pixels remain.
    await expect(submission.padAndStride(grid, sharpen)).toMatchTensor(
      picture([
        [266, -61, -30],
        [116, -47, 295],
        [-135, 256, -128],
      ]),
    )
  })

  test('strided-grid', async () => {
    await expect(submission.padAndStride(grid, sharpen, { stride: 2 })).toMatchTensor(
      picture([
        [266, -30],
        [-135, -128],
      ]),
    )
    await expect(
      submission.padAndStride(grid, sharpen, { stride: 2, padding: 'same' }),
    ).toMatchTensor(
      picture([
        [114, -26, 158],
        [403, -47, 244],
        [314, 279, 421],
      ]),
    )
    // Taps two pixels apart span the whole grid: 5*70 - 56 - 131 - 127 - 123 = -87.
    await expect(submission.padAndStride(grid, sharpen, { dilation: 2 })).toMatchTensor(
      picture([[-87]]),
    )
  })
})

function picture(rows: number[][]): tf.Tensor4D {
  return tf.tensor2d(rows).reshape([1, rows.length, rows[0]?.length ?? 0, 1])
}
