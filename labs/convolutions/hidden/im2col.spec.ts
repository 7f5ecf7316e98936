import type * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, hold, random, straddling, twice } from '#kit'
import type * as lab from '#starter/convolutions/im2col.ts'

const { submission, reference } = bind<typeof lab>()

describe('im2col', () => {
  test('single-channel', async () => {
    const sizes = { height: [2, 6], width: [3, 5], rows: [1, 2], columns: [1, 3] } as const
    for (const { height, width, rows, columns } of straddling(sizes).toReversed()) {
      const image = random.normal<tf.Rank.R4>([1, height, width, 1])
      await expect(submission.im2col(image, rows, columns)).toMatchTensor(
        reference.im2col(image, rows, columns),
      )
    }
  })

  test('channel-order', async () => {
    const sizes = { height: [3, 6], width: [3, 5], channels: [2, 4], rows: [2, 3] } as const
    for (const { height, width, channels, rows } of straddling(sizes).toReversed()) {
      const image = random.normal<tf.Rank.R4>([1, height, width, channels])
      await expect(submission.im2col(image, rows, 2)).toMatchTensor(
        reference.im2col(image, rows, 2),
      )
    }
  })

  test('leaves-inputs', async () => {
    const image = random.normal<tf.Rank.R4>([1, 5, 4, 2])
    const held = await hold(image)
    const [first, second] = await twice(
      'im2col-mutates-input',
      () => submission.im2col(held, 3, 2),
      () => submission.im2col(image, 3, 2),
    )
    await expect(first).toMatchTensor(reference.im2col(image, 3, 2))
    await expect(second).toMatchTensor(reference.im2col(image, 3, 2))
  })
})
