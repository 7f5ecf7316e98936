import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, random, straddling } from '#kit'
import type * as lab from '#starter/pairwise-classification/buildSiameseModel.ts'
import { distance, inspect, parametersOf, predict, reweigh, sums } from './models.ts'

const { submission } = bind<typeof lab>()

const CLOSE = 1e-3
const LAYERS = ['layer1_shared', 'difference', 'layer2_common', 'output']

describe('buildSiameseModel', () => {
  test('shared-branches', async () => {
    for (const { inputDim } of straddling({ inputDim: [1, random.integer(30, 60)] })) {
      const model = await examined(inputDim)
      reweigh(model)
      const codes = model.layers.find(({ name }) => name === 'difference')?.inboundNodes[0]
      await expect(codes?.inputTensors.length).toMatchValue(2)
      const branches = tf.model({ inputs: model.inputs, outputs: codes?.inputTensors ?? [] })
      const image = random.normal<tf.Rank.R2>([8, inputDim])
      const [left, right] = [branches.predict([image, image])].flat()
      if (left === undefined || right === undefined) throw new TypeError('There are two branches.')
      await expect(left).toMatchTensor(right)
    }
  })

  test('symmetry', async () => {
    for (const inputDim of [2, random.integer(10, 30)]) {
      const model = await examined(inputDim)
      reweigh(model)
      const [a, b] = images(inputDim)
      await expect(predict(model, a, b)).toMatchTensor(predict(model, b, a))
      // An image lies at distance 0 of itself, whatever it shows.
      const nothing = tf.zerosLike(a)
      await expect(predict(model, a, a)).toMatchTensor(predict(model, nothing, nothing))
      // And not everything is constant.
      await expect(Number(distance(predict(model, a, b), predict(model, a, a)) > 0)).toMatchValue(1)
    }
  })

  test('wiring', async () => {
    for (const inputDim of [3, random.integer(8, 20)]) {
      const model = await examined(inputDim)
      reweigh(model)
      const [a, b] = images(inputDim)
      const got = predict(model, a, b)
      const code = (image: tf.Tensor2D) => sums(model, 'layer1_shared', image)
      const rest = (values: tf.Tensor2D) =>
        sums(model, 'output', sums(model, 'layer2_common', values).relu()).sigmoid()
      const ofPixels = rest(code(a.sub<tf.Tensor2D>(b).abs()).relu())
      diagnose('siamese-difference-of-pixels', distance(got, ofPixels) < CLOSE)
      await expect(got).toMatchTensor(rest(code(a).relu().sub<tf.Tensor2D>(code(b).relu()).abs()))
    }
  })
})

function images(inputDim: number): [tf.Tensor2D, tf.Tensor2D] {
  return [random.normal([24, inputDim]), random.normal([24, inputDim])]
}

/** A copy of the submission's model whose layers have the names and sizes that they should have. */
async function examined(inputDim: number): Promise<tf.LayersModel> {
  const model = await inspect(await submission.buildSiameseModel(inputDim), inputDim)
  const [branch, rest] = [100 * inputDim + 100, 10_100 + 101]
  const total = model.countParams()
  const classes = model.layers.map((layer) => layer.getClassName())
  diagnose('siamese-two-branches', total === 2 * branch + rest)
  diagnose(
    'siamese-concatenates',
    classes.includes('Concatenate') && !classes.includes('AbsoluteDifference'),
  )
  await expect({ total, ...parametersOf(model, LAYERS) }).toMatchValue({
    total: branch + rest,
    layer1_shared: branch,
    difference: 0,
    layer2_common: 10_100,
    output: 101,
  })
  // What follows reads these layers; with others there is no more to be learnt.
  expect(total, 'the parameters of the whole network').toBe(branch + rest)
  return model
}
