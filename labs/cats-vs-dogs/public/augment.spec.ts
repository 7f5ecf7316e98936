import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/cats-vs-dogs/augment.ts'

const { submission } = bind<typeof lab>()

describe('augment', () => {
  test('left-or-right', async () => {
    // Twenty pictures of 2 x 3 pixels with a bright corner at the top left.
    const corner = [
      [1, 0.5, 0],
      [0.25, 0.25, 0.25],
    ]
    const images = tf.tensor2d(corner).as4D(1, 2, 3, 1).tile<tf.Tensor4D>([20, 1, 1, 1])
    const labels = Array.from({ length: 20 }, (_, i) => i % 2)
    const answer = await submission.augment({ images, labels }, { flip: true, seed: 7 })
    await expect(answer.images.shape).toMatchValue([20, 2, 3, 1])
    await expect(answer.labels).toMatchValue(labels)
    const rows = await answer.images.squeeze<tf.Tensor3D>([3]).array()
    const mirrored = rows.filter((picture) => (picture[0]?.[0] ?? 0) < 0.5).length
    // Each is the picture or its mirror image ...
    const want = rows.map((picture) =>
      (picture[0]?.[0] ?? 0) < 0.5 ? corner.map((row) => row.toReversed()) : corner,
    )
    await expect(rows).toMatchValue(want)
    // ... and both occur: all twenty alike would be luck of 1 in 500,000.
    expect(mirrored, 'mirrored pictures of 20').toBeGreaterThan(0)
    expect(mirrored, 'mirrored pictures of 20').toBeLessThan(20)
    // Without a word of what may be done, nothing is.
    const still = await submission.augment({ images, labels }, { seed: 7 })
    await expect(still.images).toMatchTensor(images)
  })
})
