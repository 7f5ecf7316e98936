import type * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, hold, random, straddling, twice } from '#kit'
import type * as lab from '#starter/convolutions/pool2d.ts'

const { submission, reference } = bind<typeof lab>()

const KINDS = ['max', 'min', 'average'] as const

describe('pool2d', () => {
  test('kinds', async () => {
    const sizes = { height: [3, 7], width: [4, 6], channels: [1, 3], size: [1, 3] } as const
    for (const { height, width, channels, size } of straddling(sizes).toReversed()) {
      // Mostly negative, so that some windows hold negative numbers only.
      const image = random.normal<tf.Rank.R4>([1, height, width, channels], { mean: -1 })
      for (const kind of KINDS) {
        await expect(submission.pool2d(image, size, kind)).toMatchTensor(
          reference.pool2d(image, size, kind),
        )
      }
    }
  })

  test('same-padding', async () => {
    const sizes = { height: [4, 7], width: [5, 8], size: [2, 4] } as const
    for (const { height, width, size } of straddling(sizes).toReversed()) {
      // Zeros that take part win the maximum of negative numbers and the minimum of positive ones.
      for (const mean of [-3, 3]) {
        const image = random.normal<tf.Rank.R4>([1, height, width, 2], { mean })
        for (const kind of KINDS) {
          await expect(submission.pool2d(image, size, kind, 'same')).toMatchTensor(
            reference.pool2d(image, size, kind, 'same'),
          )
        }
      }
    }
  })

  test('leaves-inputs', async () => {
    const image = random.normal<tf.Rank.R4>([1, 6, 4, 2])
    const held = await hold(image)
    const [first, second] = await twice(
      'pool2d-mutates-input',
      () => submission.pool2d(held, 2, 'average'),
      () => submission.pool2d(image, 2, 'average'),
    )
    await expect(first).toMatchTensor(reference.pool2d(image, 2, 'average'))
    await expect(second).toMatchTensor(reference.pool2d(image, 2, 'average'))
  })
})
