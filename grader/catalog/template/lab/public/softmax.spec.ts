import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/__LAB__/softmax.ts'

const { submission, reference } = bind<typeof lab>()

describe('softmax', () => {
  test('fixed-case', async () => {
    const logits = tf.tensor2d([
      [0, 0, 0],
      [0, 1, 2],
      [-1, 3, 0.5],
    ])
    const probabilities = await submission.softmax(logits)
    await expect(probabilities).toMatchTensor(reference.softmax(logits))
    const values = await probabilities.data()
    expect(Math.min(...values), 'the least of the probabilities').toBeGreaterThan(0)
  })
})
