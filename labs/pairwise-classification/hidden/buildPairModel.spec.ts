import type * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, random, straddling } from '#kit'
import type * as lab from '#starter/pairwise-classification/buildPairModel.ts'
import { distance, inspect, parametersOf, predict, reweigh, sums } from './models.ts'

const { submission } = bind<typeof lab>()

/** Two ways to add up 200 products differ by less; two activations by more. */
const CLOSE = 1e-3

describe('buildPairModel', () => {
  test('other-sizes', async () => {
    for (const { inputDim } of straddling({ inputDim: [1, random.integer(30, 60)] })) {
      const model = await inspect(await submission.buildPairModel(inputDim), inputDim)
      await compareParameters(model, inputDim)
    }
  })

  test('wiring', async () => {
    for (const inputDim of [3, random.integer(8, 20)]) {
      const model = await inspect(await submission.buildPairModel(inputDim), inputDim)
      if (!(await compareParameters(model, inputDim))) return
      reweigh(model)
      const [a, b] = [
        random.normal<tf.Rank.R2>([24, inputDim]),
        random.normal<tf.Rank.R2>([24, inputDim]),
      ]
      const got = predict(model, a, b)
      const hidden = byHand(model, a, b, (values) => values.relu())
      diagnose('pair-model-linear-hidden', distance(got, byHand(model, a, b).sigmoid()) < CLOSE)
      diagnose('pair-model-linear-output', distance(got, hidden) < CLOSE)
      // A number divided by itself: on some backends by a reciprocal that is rounded.
      diagnose('pair-model-softmax-output', distance(got, got.onesLike()) < 1e-6)
      await expect(got).toMatchTensor(hidden.sigmoid())
    }
  })
})

/** Whether the layers have the parameters that they should have. */
async function compareParameters(model: tf.LayersModel, inputDim: number): Promise<boolean> {
  const want = {
    input_img0: 0,
    input_img1: 0,
    layer1_img0: 100 * inputDim + 100,
    layer1_img1: 100 * inputDim + 100,
    concat: 0,
    layer2_common: 20_100,
    output: 101,
  }
  const got = parametersOf(model, Object.keys(want))
  const total = model.countParams()
  // One layer less than the table says, and the common layer still reads 200 numbers.
  const once = 100 * inputDim + 100 + 20_100 + 101
  diagnose('pair-model-shared-layer', total === once)
  await expect({ ...got, total }).toMatchValue({ ...want, total: once + 100 * inputDim + 100 })
  return total === once + 100 * inputDim + 100
}

/** The network by hand, up to the sum in the last unit. */
function byHand(
  model: tf.LayersModel,
  a: tf.Tensor2D,
  b: tf.Tensor2D,
  hidden: (values: tf.Tensor2D) => tf.Tensor2D = (values) => values,
): tf.Tensor2D {
  const codes = [
    hidden(sums(model, 'layer1_img0', a)),
    hidden(sums(model, 'layer1_img1', b)),
  ] as const
  const common = hidden(sums(model, 'layer2_common', codes[0].concat(codes[1], 1)))
  return sums(model, 'output', common)
}
