import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/transfer-learning/preprocess.ts'

const { submission } = bind<typeof lab>()

describe('preprocess', () => {
  test('worked-example', async () => {
    // One image of 2 x 4 pixels and one channel, to 2 x 2 pixels in [-1, 1].
    const image = tf.tensor4d(
      [
        [0, 255, 0, 255],
        [255, 255, 0, 0],
      ].flat(),
      [1, 2, 4, 1],
    )
    const format: lab.InputFormat = { height: 2, width: 2, range: [-1, 1] }
    // Each pixel of the result is 3/7, 3/7 and 1/7 of three pixels of its row.
    await expect(submission.preprocess(image, format)).toMatchTensor(
      tf.tensor4d([-1 / 7, 1 / 7, 5 / 7, -5 / 7], [1, 2, 2, 1]),
    )
  })
})
