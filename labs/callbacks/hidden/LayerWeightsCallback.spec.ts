import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, place, random, straddling } from '#kit'
import type * as lab from '#starter/callbacks/LayerWeightsCallback.ts'
import { agree, numbers, recognise } from './evidence.ts'
import { network, ONE_BATCH, randomWeights, trainedWeights, training } from './networks.ts'
import { type Statistics, statisticsOf } from './statistics.ts'

const { submission } = bind<typeof lab>()

/** Weights of one layer: its kernel, then its bias when it has one. */
type LayerWeights = readonly tf.Tensor[]

/** What a watched layer held at the end of each epoch, and what the submission says of it. */
interface Watched {
  /** Before the first epoch. */
  readonly before: LayerWeights
  readonly epochs: readonly LayerWeights[]
  readonly means: unknown
  readonly stds: unknown
}

/** Gives the submission's model new weights before each epoch ends. */
async function watch(model: tf.LayersModel, layer: number, epochs: number): Promise<Watched> {
  const watched = model.layers[layer]
  if (watched === undefined) throw new RangeError(`there is no layer ${layer}`)
  const there = await place(model)
  const callback = await submission.LayerWeightsCallback(there, watched.name)
  await callback.call('setModel', there)
  const before = watched.getWeights().map((weight) => weight.clone())
  const seen: LayerWeights[] = []
  for (let epoch = 0; epoch < epochs; epoch++) {
    const weights = randomWeights(model, epoch + 1)
    model.setWeights(weights)
    await there.call('setWeights', weights)
    await callback.call('onEpochEnd', epoch, { loss: random.numbers(1, 0, 1)[0] ?? 0 })
    seen.push(watched.getWeights().map((weight) => weight.clone()))
  }
  return {
    before,
    epochs: seen,
    means: await callback.get('meanPerEpoch'),
    stds: await callback.get('stdPerEpoch'),
  }
}

const kernelOf = ([kernel]: LayerWeights) => statisticsOf(kernel?.dataSync() ?? [])
const allOf = (weights: LayerWeights) =>
  statisticsOf(weights.flatMap((weight) => Array.from(weight.dataSync())))

/** Means and deviations of all epochs in one list. */
const flat = (each: readonly Statistics[], std: keyof Statistics = 'std') => [
  ...each.map(({ mean }) => mean),
  ...each.map((statistics) => statistics[std]),
]

async function expectStatistics(watched: readonly Watched[]): Promise<void> {
  const got = watched.flatMap(({ means, stds }) => [...numbers(means), ...numbers(stds)])
  const want = (of: (weights: LayerWeights) => Statistics, std: keyof Statistics = 'std') =>
    watched.flatMap(({ epochs }) => flat(epochs.map(of), std))
  recognise(got, want(kernelOf), {
    'layer-weights-sample-deviation': want(kernelOf, 'sampleStd'),
    'layer-weights-variance': want(kernelOf, 'variance'),
    'layer-weights-with-bias': want(allOf),
    'layer-weights-taken-once': watched.flatMap(({ before, epochs }) =>
      flat(epochs.map(() => kernelOf(before))),
    ),
  })
  for (const { epochs, means, stds } of watched) {
    const right = epochs.map(kernelOf)
    await expect(means).toMatchValue(right.map(({ mean }) => mean))
    await expect(stds).toMatchValue(right.map(({ std }) => std))
  }
}

describe('LayerWeightsCallback', () => {
  test('every-epoch', async () => {
    const watched: Watched[] = []
    // A kernel of one number is among them: its deviation is 0.
    const sizes = { inputs: [1, 6], units: [1, 5], epochs: [1, 3] } as const
    for (const { inputs, units, epochs } of straddling(sizes).toReversed()) {
      const model = network({ inputs, hidden: [units], classes: 2 })
      model.setWeights(randomWeights(model))
      watched.push(await watch(model, 1, epochs))
    }
    await expectStatistics(watched)
  })

  test('any-kernel', async () => {
    const image = tf.sequential({
      layers: [
        tf.layers.conv2d({ filters: 3, kernelSize: [2, 3], inputShape: [5, 6, 2], name: 'Edges' }),
        tf.layers.flatten({ name: 'Row' }),
        tf.layers.dense({ units: 4, useBias: false, name: 'Mixed' }),
        tf.layers.dense({ units: 2, activation: 'softmax', name: 'Classes' }),
      ],
    })
    image.setWeights(randomWeights(image))
    const deep = network({ inputs: 12, hidden: [10, 10, 10], classes: 10 })
    deep.setWeights(randomWeights(deep))
    await expectStatistics([
      await watch(image, 0, 2),
      await watch(image, 2, 2),
      await watch(image, 3, 2),
      await watch(deep, 4, 2),
    ])
  })

  test('far-from-zero', async () => {
    const model = network({ inputs: 20, hidden: [10], classes: 2 })
    const there = await place(model)
    const callback = await submission.LayerWeightsCallback(there, 'Layer_01_Hidden')
    await callback.call('setModel', there)
    const [kernel = tf.scalar(0), ...others] = randomWeights(model)
    const right: Statistics[] = []
    for (const [epoch, center] of [100, -150].entries()) {
      const moved = random.normal(kernel.shape, { mean: center, std: 0.05 })
      await there.call('setWeights', [moved, ...others])
      await callback.call('onEpochEnd', epoch, {})
      right.push(statisticsOf(moved.dataSync()))
    }
    const means = await callback.get('meanPerEpoch')
    const stds = await callback.get('stdPerEpoch')
    const got = [...numbers(means), ...numbers(stds)]
    recognise(got, flat(right), {
      'layer-weights-sample-deviation': flat(right, 'sampleStd'),
      'layer-weights-variance': flat(right, 'variance'),
    })
    // Right for the mean, off by more than any way to divide would be.
    const off = numbers(stds).some((std, i) => {
      const ratio = std / (right[i]?.std ?? 1)
      return !(ratio > 0.99 && ratio < 1.01)
    })
    const meansRight = agree(
      numbers(means),
      right.map(({ mean }) => mean),
    )
    const isVariance = agree(got, flat(right, 'variance'))
    diagnose('layer-weights-cancellation', meansRight && off && !isVariance)
    await expect(stds).toMatchValue(right.map(({ std }) => std))
  })

  test('in-fit', async () => {
    const here = training()
    const there = await place(here.model)
    await there.call('compile', { optimizer: 'sgd', loss: 'categoricalCrossentropy' })
    const callback = await submission.LayerWeightsCallback(there, 'Layer_02_Hidden')
    await there.call('fit', here.X, here.Y, { ...ONE_BATCH, epochs: 3, callbacks: callback })
    const ofLayer = (weights: readonly tf.Tensor[]) => weights.slice(2, 4)
    const watched: Watched = {
      before: ofLayer(here.start),
      epochs: trainedWeights(here, 3).map(ofLayer),
      means: await callback.get('meanPerEpoch'),
      stds: await callback.get('stdPerEpoch'),
    }
    await expectStatistics([watched])
  })
})
