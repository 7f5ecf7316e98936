import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, random, straddling } from '#kit'
import type * as lab from '#starter/custom-losses/buildModel.ts'
import { inspect, parametersOf } from '../public/networks.ts'

const { submission } = bind<typeof lab>()

/** How far a float32 sum of probabilities may be from 1. */
const ROUNDING = 1e-5

describe('buildModel', () => {
  test('other-sizes', async () => {
    const sizes = { inputDim: [1, random.integer(30, 60)], classes: [2, 7] } as const
    for (const { inputDim, classes } of straddling(sizes)) {
      const model = await inspect(await submission.buildModel(inputDim, classes))
      const counts = parametersOf(model)
      diagnose('build-model-fixed-sizes', counts[0] === 100_480 || counts.at(-1) === 170)
      const want = [(inputDim + 1) * 128, 8_256, 2_080, 528, 17 * classes]
      await expect(counts).toMatchValue(want)
    }
  })

  test('probabilities', async () => {
    const [inputDim, classes] = [random.integer(5, 20), random.integer(3, 6)]
    const model = await inspect(await submission.buildModel(inputDim, classes))
    const takes = model.inputs.map(({ shape }) => shape)
    diagnose('build-model-fixed-sizes', takes[0]?.[1] === 784)
    expect(takes, 'the shape of the input').toEqual([[null, inputDim]])
    const output = model.predict(random.normal([40, inputDim], { std: 5 }))
    if (!(output instanceof tf.Tensor)) throw new TypeError('A model with one output gives one.')
    expect(output.shape).toEqual([40, classes])
    const [values, sums] = [await output.data(), await output.sum(-1).data()]
    const within = values.every((value) => value >= 0 && value <= 1)
    const beyond = values.some((value) => value < 0) || values.some((value) => value > 1)
    const add = sums.every((sum) => Math.abs(sum - 1) <= ROUNDING)
    diagnose('build-model-softmax-missing', beyond && values.some((value) => value < 0))
    diagnose('build-model-sigmoid-output', within && !add && output.shape[1] === classes)
    expect(within, 'every output lies between 0 and 1').toBe(true)
    expect(add, 'the outputs for one example add up to 1').toBe(true)
  })

  test('not-compiled', async () => {
    const remote = await submission.buildModel(12, 3)
    await inspect(remote)
    const loss = await remote.get('loss')
    diagnose('build-model-compiled', loss !== undefined && loss !== null)
    expect(loss ?? null, 'the model has no loss yet').toBeNull()
  })
})
