import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose } from '#kit'
import type * as lab from '#starter/custom-losses/regularizedModels.ts'
import { activationsOf, denseLayers, inspect, layersOf, parametersOf } from './networks.ts'
import { diagnosePenalty, penaltyOf } from './penalties.ts'

const { submission } = bind<typeof lab>()

describe('regularizedModels', () => {
  test('same-network', async () => {
    for (const build of [submission.l2Model, submission.l1l2Model]) {
      const model = await inspect(await build(784, 10))
      const activations = activationsOf(layersOf(model))
      const linear = activations.slice(0, -1).every((activation) => activation === 'linear')
      diagnose('regularized-models-linear-hidden-layers', activations.length === 5 && linear)
      await expect(layersOf(model)).toMatchValue(denseLayers([128, 64, 32, 16], 10))
      await expect(parametersOf(model)).toMatchValue([100_480, 8_256, 2_080, 528, 170])
      await expect(model.countParams()).toMatchValue(111_514)
    }
  })

  test('penalty-of-halves', async () => {
    // Every weight and bias is 0.5. With 16 inputs the hidden kernels hold
    // 16*128 + 128*64 + 64*32 + 32*16 = 12,800 weights: 0.001 * 12,800 * 0.25 = 3.2 for the squares and
    // 0.001 * 12,800 * 0.5 = 6.4 for the sizes.
    const half = (shape: number[]) => tf.fill(shape, 0.5)
    const squares = await penaltyOf(await submission.l2Model(16, 10), half)
    diagnosePenalty(squares, { l1: 0, l2: 0.001 })
    await expect(squares.penalty).toMatchValue(3.2)
    const both = await penaltyOf(await submission.l1l2Model(16, 10), half)
    diagnosePenalty(both, { l1: 0.001, l2: 0.001 })
    await expect(both.penalty).toMatchValue(9.6)
  })
})
