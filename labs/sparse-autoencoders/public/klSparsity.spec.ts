import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/sparse-autoencoders/klSparsity.ts'

const { submission } = bind<typeof lab>()

describe('klSparsity', () => {
  test('worked-example', async () => {
    // One unit: 0.2 ln(0.2 / 0.5) + 0.8 ln(0.8 / 0.5).
    await expect(submission.klSparsity(tf.tensor1d([0.5]), 0.2)).toMatchTensor(tf.scalar(0.192745))
    // Where every unit is as active as it should be there is no penalty.
    await expect(submission.klSparsity(tf.tensor1d([0.2, 0.2, 0.2]), 0.2)).toMatchTensor(
      tf.scalar(0),
    )
    // A sum over the units: 0 + 0.192745 + 0.044403.
    await expect(submission.klSparsity(tf.tensor1d([0.2, 0.5, 0.1]), 0.2)).toMatchTensor(
      tf.scalar(0.237148),
    )
  })
})
