import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, load, place, random } from '#kit'
import type * as lab from '#starter/transfer-learning/transferModel.ts'
import {
  distance,
  noise,
  type OtherNetwork,
  onlyTensor,
  otherNetwork,
  outputOf,
  reweigh,
} from './networks.ts'

const { submission } = bind<typeof lab>()

/** Two ways to add up a few products differ by less; two activations by more. */
const CLOSE = 1e-3

type RemoteModel = Parameters<typeof load>[0]

describe('transferModel', () => {
  test('other-sizes', async () => {
    for (const trainable of [false, true]) {
      const other = otherNetwork()
      const { model } = await built(other, trainable)
      const images = noise(4, other)
      const want = outputOf(other.network, other.features, images)
      const got = onlyTensor(bodyOf(model).predict(images))
      diagnose('transfer-model-fresh-weights', !(distance(got, want) < CLOSE))
      await expect(got).toMatchTensor(want)
    }
  })

  test('wiring', async () => {
    for (const trainable of [false, true]) {
      const other = otherNetwork()
      const { model } = await built(other, trainable)
      reweigh(model)
      const images = noise(12, other)
      const got = onlyTensor(model.predict(images))
      const features = onlyTensor(bodyOf(model).predict(images))
      const [kernel, bias, kernel2, bias2] = headOf(model).flatMap((layer) => layer.getWeights())
      if (!kernel || !bias || !kernel2 || !bias2) throw new TypeError('There are two dense layers.')
      const sums = features.matMul(kernel).add(bias)
      const logits = (hidden: tf.Tensor) => hidden.matMul(kernel2).add(bias2)
      const want = tf.softmax(logits(sums.relu()))
      // A network of few units may come to the same either way.
      const isLike = (other: tf.Tensor) =>
        distance(got, other) < CLOSE && !(distance(want, other) < CLOSE)
      diagnose('transfer-model-linear-dense', isLike(tf.softmax(logits(sums))))
      diagnose('transfer-model-softmax-twice', isLike(tf.softmax(want)))
      diagnose('transfer-model-sigmoid', isLike(logits(sums.relu()).sigmoid()))
      diagnose('transfer-model-no-softmax', isLike(logits(sums.relu())))
      await expect(got).toMatchTensor(want)
    }
  })

  test('trainable', async () => {
    for (const trainable of [false, true]) {
      const other = otherNetwork()
      const { remote, classes, head, all } = await built(other, trainable)
      const said = await declared(remote)
      diagnose('transfer-model-head-frozen', said === 0)
      const want = trainable ? all : head
      const changed = await changedByTraining(remote, noise(16, other), classes)
      const wrong = changed !== want
      const opposite = trainable ? head : all
      const isLate = said === want && changed === opposite
      diagnose('transfer-model-trainable-after-compile', isLate)
      diagnose('transfer-model-never-freezes', wrong && said === all && changed === all)
      diagnose('transfer-model-always-frozen', wrong && said === head && changed === head)
      await expect({ trainable, parameters: changed }).toMatchValue({ trainable, parameters: want })
    }
  })
})

/** A model of the submission's on a network, compared by its numbers of parameters. */
async function built({ network, features, size, ...rest }: OtherNetwork, trainable: boolean) {
  const [denseSize, classes] = [random.integer(4, 9), random.integer(2, 6)]
  const options = { trainable, denseSize, classes }
  const remote = await submission.transferModel(await place(network), features, options)
  const model = await load(remote)
  const body = rest.channels * 9 * size + size
  const head = size * denseSize + denseSize + denseSize * classes + classes
  const old = size * 6 + 6
  const onLogits = 3 * denseSize + denseSize + denseSize * classes + classes
  diagnose('transfer-model-old-head', model.countParams() === body + old + 21 + onLogits)
  await expect(model.countParams()).toMatchValue(body + head)
  expect(model.countParams(), 'the parameters of the whole network').toBe(body + head)
  // New kernels start from different finite numbers: equal ones would stay equal whatever the training.
  const kernels = model.getWeights().filter(({ shape }) => shape.length > 1)
  await expect(kernels.filter(isVaried).length / kernels.length).toMatchValue(1)
  return { remote, model, classes, head, all: body + head }
}

/** The last two layers that learn. */
function headOf(model: tf.LayersModel): tf.layers.Layer[] {
  return model.layers.filter((layer) => layer.countParams() > 0).slice(-2)
}

/** What comes before them, whether as layers or as a model inside the model. */
function bodyOf(model: tf.LayersModel): tf.LayersModel {
  const [dense] = headOf(model)
  if (dense === undefined) throw new TypeError('There are two dense layers.')
  return tf.model({ inputs: model.inputs, outputs: dense.input })
}

function isVaried(kernel: tf.Tensor): boolean {
  const values = kernel.dataSync()
  return values.every(Number.isFinite) && (values.length < 2 || new Set(values).size > 1)
}

/** How many parameters the model says that it trains. */
async function declared(remote: RemoteModel): Promise<number> {
  const weights: unknown = await remote.get('trainableWeights')
  if (!Array.isArray(weights)) return Number.NaN
  const shapes = await Promise.all(weights.map((weight) => weight.get('shape')))
  return shapes.reduce((sum: number, shape) => sum + tf.util.sizeFromShape(shape), 0)
}

/** How many parameters are in tensors that one step of training changed. */
async function changedByTraining(
  remote: RemoteModel,
  images: tf.Tensor4D,
  classes: number,
): Promise<number> {
  const before = (await load(remote)).getWeights()
  const labels = images.arraySync().map((_, row) => row % classes)
  const wanted = tf.oneHot(tf.tensor1d(labels, 'int32'), classes).toFloat()
  await remote.call('trainOnBatch', images, wanted)
  const after = (await load(remote)).getWeights()
  return before.reduce((sum, weight, i) => {
    const now = after[i]
    return now !== undefined && distance(weight, now) > 0 ? sum + weight.size : sum
  }, 0)
}
