import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, hold, random, straddling, twice } from '#kit'
import type * as lab from '#starter/transfer-learning/preprocess.ts'

const { submission, reference } = bind<typeof lab>()

/** Bytes, as pictures have them. */
function pictures(count: number, height: number, width: number, channels: number): tf.Tensor4D {
  const bytes = random.integers(count * height * width * channels, 0, 255)
  return tf.tensor4d(bytes, [count, height, width, channels])
}

const RANGES: readonly [number, number][] = [
  [-1, 1],
  [0, 1],
  [0, 255],
  [-2, 6],
]

describe('preprocess', () => {
  test('range', async () => {
    for (const range of RANGES) {
      const images = pictures(2, 3, 4, 3)
      const format = { height: 3, width: 4, range }
      await expect(submission.preprocess(images, format)).toMatchTensor(
        reference.preprocess(images, format),
      )
    }
  })

  test('shrinking', async () => {
    const sizes = { height: [7, 13], width: [6, 12], channels: [1, 3] } as const
    for (const { height, width, channels } of straddling(sizes).toReversed()) {
      const images = pictures(random.integer(1, 3), height, width, channels)
      const format = {
        ...{ height: random.integer(1, 5), width: random.integer(1, 5) },
        range: random.choice(RANGES),
      }
      await expect(submission.preprocess(images, format)).toMatchTensor(
        reference.preprocess(images, format),
      )
    }
  })

  test('growing', async () => {
    const sizes = { height: [1, 4], width: [1, 5], channels: [1, 3] } as const
    for (const { height, width, channels } of straddling(sizes).toReversed()) {
      const images = pictures(random.integer(1, 3), height, width, channels)
      // One axis may grow while the other shrinks.
      const format = {
        height: random.integer(4, 9),
        width: random.integer(3, 9),
        range: RANGES[0] ?? [0, 1],
      }
      await expect(submission.preprocess(images, format)).toMatchTensor(
        reference.preprocess(images, format),
      )
    }
  })

  test('leaves-inputs', async () => {
    const images = pictures(2, 6, 5, 3).toInt()
    const held = await hold(images)
    const format: lab.InputFormat = { height: 4, width: 4, range: [-1, 1] }
    const [first, second] = await twice(
      'preprocess-disposes-input',
      () => submission.preprocess(held, format),
      () => submission.preprocess(images, format),
    )
    const want = await reference.preprocess(images, format)
    await expect(first).toMatchTensor(want)
    await expect(second).toMatchTensor(want)
  })
})
