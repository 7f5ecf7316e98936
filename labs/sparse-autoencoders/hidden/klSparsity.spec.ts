import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, hold, random, twice } from '#kit'
import type * as lab from '#starter/sparse-autoencoders/klSparsity.ts'

const { submission, reference } = bind<typeof lab>()

describe('klSparsity', () => {
  test('random-units', async () => {
    for (const units of [12, 5, 2, 1]) {
      for (const rho of [0.05, 0.5, 0.8]) {
        const activations = random.uniform<tf.Rank.R1>([units], 0.02, 0.95)
        await expect(submission.klSparsity(activations, rho)).toMatchTensor(
          reference.klSparsity(activations, rho),
        )
      }
    }
  })

  test('clipping', async () => {
    // Dead units, saturated ones, and activations that only a ReLU gives.
    for (const edges of [[0], [1], [2.5], [0, 0, 1], [0.00001, 0.99999]]) {
      const activations = tf.tensor1d([...edges, ...random.numbers(2, 0.1, 0.4)])
      const penalty = await submission.klSparsity(activations, 0.1)
      diagnose('kl-sparsity-not-clipped', await isNotFinite(penalty))
      await expect(penalty).toMatchTensor(reference.klSparsity(activations, 0.1))
    }
  })

  test('leaves-inputs', async () => {
    const activations = random.uniform<tf.Rank.R1>([6], 0.02, 0.95)
    const held = await hold(activations)
    const [first, second] = await twice(
      'kl-sparsity-mutates-input',
      () => submission.klSparsity(held, 0.1),
      () => submission.klSparsity(activations, 0.1),
    )
    await expect(first).toMatchTensor(reference.klSparsity(activations, 0.1))
    await expect(second).toMatchTensor(reference.klSparsity(activations, 0.1))
  })
})

async function isNotFinite(penalty: unknown): Promise<boolean> {
  if (!(penalty instanceof tf.Tensor)) return false
  return Array.from(await penalty.data()).some((value) => !Number.isFinite(value))
}
