import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, place, random, straddling } from '#kit'
import type * as lab from '#starter/callbacks/ActivationsCallback.ts'
import { numbers, recognise } from './evidence.ts'
import {
  type Activation,
  network,
  ONE_BATCH,
  randomWeights,
  trainedWeights,
  training,
} from './networks.ts'
import { type Statistics, statisticsOf } from './statistics.ts'

const { submission } = bind<typeof lab>()

/** A layer's numbers for the examples, from the judge's own copy of the model. */
interface Pass {
  readonly input: Statistics
  readonly output: Statistics
  /** Before the activation. */
  readonly sums: Statistics
}

/** Layer by layer, in the judge's process; layer 0 is the input itself. */
function pass(model: tf.LayersModel, layer: number, X: tf.Tensor): Pass {
  let input = X
  for (const each of model.layers.slice(1, layer)) input = applied(each, input)
  const watched = model.layers[layer]
  if (watched === undefined) throw new RangeError(`there is no layer ${layer}`)
  const [kernel = tf.scalar(0), bias = tf.scalar(0)] = watched.getWeights()
  return {
    input: statisticsOf(input.dataSync()),
    output: statisticsOf(applied(watched, input).dataSync()),
    sums: statisticsOf(input.dot(kernel).add(bias).dataSync()),
  }
}

function applied(layer: tf.layers.Layer, input: tf.Tensor): tf.Tensor {
  const output = layer.apply(input)
  if (!(output instanceof tf.Tensor)) throw new TypeError(`${layer.name} gave no tensor`)
  return output
}

interface Watched {
  /** With the weights that the model had when the callback was made. */
  readonly before: Pass
  readonly epochs: readonly Pass[]
  readonly means: unknown
  readonly stds: unknown
}

async function watch(
  model: tf.LayersModel,
  layer: number,
  X: tf.Tensor,
  epochs: number,
): Promise<Watched> {
  const there = await place(model)
  const name = model.layers[layer]?.name ?? ''
  const callback = await submission.ActivationsCallback(there, name, X)
  await callback.call('setModel', there)
  const before = pass(model, layer, X)
  const seen: Pass[] = []
  for (let epoch = 0; epoch < epochs; epoch++) {
    const weights = randomWeights(model, 1 + epoch / 2)
    model.setWeights(weights)
    await there.call('setWeights', weights)
    await callback.call('onEpochEnd', epoch, {})
    seen.push(pass(model, layer, X))
  }
  return {
    before,
    epochs: seen,
    means: await callback.get('meanPerEpoch'),
    stds: await callback.get('stdPerEpoch'),
  }
}

async function expectStatistics(watched: readonly Watched[]): Promise<void> {
  const got = watched.flatMap(({ means, stds }) => [...numbers(means), ...numbers(stds)])
  const want = (of: (pass: Pass) => Statistics, std: keyof Statistics = 'std') =>
    watched.flatMap(({ epochs }) => [
      ...epochs.map((each) => of(each).mean),
      ...epochs.map((each) => of(each)[std]),
    ])
  recognise(
    got,
    want(({ output }) => output),
    {
      'activations-sample-deviation': want(({ output }) => output, 'sampleStd'),
      'activations-of-input': want(({ input }) => input),
      'activations-before-activation': want(({ sums }) => sums),
      'activations-taken-once': watched.flatMap(({ before: { output }, epochs }) => [
        ...epochs.map(() => output.mean),
        ...epochs.map(() => output.std),
      ]),
    },
  )
  for (const { epochs, means, stds } of watched) {
    await expect(means).toMatchValue(epochs.map(({ output }) => output.mean))
    await expect(stds).toMatchValue(epochs.map(({ output }) => output.std))
  }
}

describe('ActivationsCallback', () => {
  test('every-epoch', async () => {
    const watched: Watched[] = []
    const sizes = { examples: [1, 7], inputs: [2, 5], units: [2, 6], epochs: [1, 3] } as const
    for (const { examples, inputs, units, epochs } of straddling(sizes).toReversed()) {
      const model = network({ inputs, hidden: [units, units], classes: 3 })
      model.setWeights(randomWeights(model))
      watched.push(await watch(model, 2, random.normal([examples, inputs]), epochs))
    }
    await expectStatistics(watched)
  })

  test('any-layer', async () => {
    const watched: Watched[] = []
    const activations: readonly Activation[] = ['relu', 'sigmoid', 'tanh']
    for (const activation of activations) {
      const model = network({ inputs: 30, hidden: Array(6).fill(10), classes: 10, activation })
      model.setWeights(randomWeights(model))
      // More examples than `predict` takes in one batch.
      const X = random.uniform([40, 30], 0, 1)
      for (const layer of [1, 4, 7]) watched.push(await watch(model, layer, X, 1))
    }
    await expectStatistics(watched)
  })

  test('in-fit', async () => {
    const here = training()
    const { model } = here
    const there = await place(model)
    await there.call('compile', { optimizer: 'sgd', loss: 'categoricalCrossentropy' })
    const X = random.normal([9, 4])
    const before = pass(model, 2, X)
    const callback = await submission.ActivationsCallback(there, 'Layer_02_Hidden', X)
    await there.call('fit', here.X, here.Y, { ...ONE_BATCH, epochs: 3, callbacks: callback })
    const epochs = trainedWeights(here, 3).map((weights) => {
      model.setWeights(weights)
      return pass(model, 2, X)
    })
    const means = await callback.get('meanPerEpoch')
    const stds = await callback.get('stdPerEpoch')
    await expectStatistics([{ before, epochs, means, stds }])
  })
})
