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

/** Units of a hidden layer that are never all silent: each of them is for half of all random weights. */
const MANY_UNITS: readonly [number, number] = [24, 32]

type RemoteModel = Parameters<typeof load>[0]

describe('transferModel', () => {
  test('other-sizes', async () => {
    for (const trainable of [false, true]) {
      const other = otherNetwork()
      const placed = await place(other.network)
      const { remote, model } = await built(other, placed, trainable)
      const images = noise(4, other)
      const want = outputOf(other.network, other.features, images)
      const got = onlyTensor(bodyOf(model).predict(images))
      diagnose('transfer-model-fresh-weights', !(distance(got, want) < CLOSE))
      await expect(got).toMatchTensor(want)
      // The very same layers: what the network learns later, the model knows too.
      await relearn(placed, other.network)
      const later = onlyTensor(bodyOf(await load(remote)).predict(images))
      await expect(later).toMatchTensor(outputOf(other.network, other.features, images))
    }
  })

  test('wiring', async () => {
    for (const trainable of [false, true]) {
      const other = otherNetwork()
      const { model } = await built(other, await place(other.network), trainable)
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
    // One network twice: what the first call has frozen, the second sets free.
    const other = otherNetwork()
    const placed = await place(other.network)
    for (const trainable of [false, true]) {
      const { remote, classes, head, all } = await built(other, placed, trainable, MANY_UNITS)
      const said = await declared(remote)
      diagnose('transfer-model-head-frozen', said === 0)
      const want = trainable ? all : head
      const { changed, ...compiled } = await afterOneStep(remote, noise(16, other), classes)
      const wrong = changed !== want
      const opposite = trainable ? head : all
      const isLate = said === want && changed === opposite
      diagnose('transfer-model-trainable-after-compile', isLate)
      diagnose('transfer-model-never-freezes', wrong && said === all && changed === all)
      diagnose('transfer-model-always-frozen', wrong && said === head && changed === head)
      await expect({ trainable, parameters: changed }).toMatchValue({ trainable, parameters: want })
      await expect(compiled).toMatchValue({ isCrossEntropy: true, isAdam: true })
    }
  })
})

/** A model of the submission's on a network, compared by its numbers of parameters. */
async function built(
  { features, size, ...rest }: OtherNetwork,
  placed: RemoteModel,
  trainable: boolean,
  units: readonly [number, number] = [4, 9],
) {
  const [denseSize, classes] = [random.integer(...units), random.integer(2, 6)]
  const options = { trainable, denseSize, classes }
  const remote = await submission.transferModel(placed, features, options)
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

/** Gives the first layer with weights other ones, here and where the submission runs. */
async function relearn(placed: RemoteModel, network: tf.LayersModel): Promise<void> {
  const place = network.layers.findIndex((layer) => layer.weights.length > 0)
  const layer = network.layers[place]
  const remote: unknown = (await placed.get('layers'))[place]
  if (layer === undefined || !isRemote(remote)) throw new TypeError('A network has layers.')
  const weights = layer.getWeights().map(({ shape }) => random.normal(shape, { std: 0.5 }))
  layer.setWeights(weights)
  await remote.call('setWeights', weights)
}

function isRemote(subject: unknown): subject is RemoteModel {
  return typeof subject === 'object' && subject !== null && 'handle' in subject
}

/**
 * What one step of training changes, and what it tells of `compile`: adam's first step is as large for every weight,
 * whatever its gradient. So is that of RMSprop, which is known by its name.
 */
async function afterOneStep(remote: RemoteModel, images: tf.Tensor4D, classes: number) {
  const model = await load(remote)
  const before = model.getWeights()
  const labels = images.arraySync().map((_, row) => row % classes)
  const wanted = tf.oneHot(tf.tensor1d(labels, 'int32'), classes).toFloat()
  const told: unknown = await remote.call('evaluate', images, wanted)
  const first: unknown = Array.isArray(told) ? told[0] : told
  const loss = first instanceof tf.Tensor ? (first.dataSync()[0] ?? Number.NaN) : Number(first)
  const said = onlyTensor(model.predict(images))
  const own = tf.metrics.categoricalCrossentropy(wanted, said).mean().dataSync()[0] ?? Number.NaN
  await remote.call('trainOnBatch', images, wanted)
  const after = (await load(remote)).getWeights()
  const steps = before.map((weight, i) =>
    Array.from(weight.sub(after[i] ?? Number.NaN).dataSync(), Math.abs),
  )
  const taken = steps.flat().filter((step) => step > 0)
  const largest = taken.reduce((most, step) => Math.max(most, step), 0)
  const equal = taken.filter((step) => step > 0.9 * largest).length
  return {
    changed: steps.reduce(
      (sum, step) => (step.some((each) => each > 0) ? sum + step.length : sum),
      0,
    ),
    isCrossEntropy: Math.abs(loss - own) < CLOSE,
    isAdam: equal > 0.9 * taken.length && (await optimizerOf(remote)) === 'Adam',
  }
}

/** What TensorFlow.js calls the class of the optimizer. */
async function optimizerOf(remote: RemoteModel): Promise<unknown> {
  const optimizer = await remote.get('optimizer')
  return optimizer instanceof Object ? optimizer.call('getClassName') : null
}
