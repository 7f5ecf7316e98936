import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/target/scale.ts'

const { submission, reference } = bind<typeof lab>()

describe('scale', () => {
  test('fixed-case', async () => {
    const x = tf.tensor2d([1, -2, 0.5, 4], [2, 2])
    await expect(submission.scale(x, 2)).toMatchTensor(reference.scale(x, 2))
  })
})
