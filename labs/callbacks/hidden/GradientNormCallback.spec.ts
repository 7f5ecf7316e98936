import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, place, random, straddling } from '#kit'
import type * as lab from '#starter/callbacks/GradientNormCallback.ts'
import { recognise } from './evidence.ts'
import { gradientsOf, type LayerGradient, layerNorm } from './gradients.ts'
import { labels, network, ONE_BATCH, randomWeights, trainedWeights, training } from './networks.ts'

const { submission } = bind<typeof lab>()

/** The gradients at the end of each epoch, and what the submission says of them. */
interface Watched {
  readonly examples: number
  readonly epochs: readonly (readonly LayerGradient[])[]
  readonly norms: unknown
}

interface Setting {
  readonly X: tf.Tensor
  readonly Y: tf.Tensor
  readonly epochs: number
  /** Of the weights, see `randomWeights`. */
  readonly gain?: number
}

/**
 * Random weights under which no label is so unlikely that a loss that clips probabilities would differ, and
 * none so certain that P - Y is all rounding.
 */
function calmWeights(model: tf.LayersModel, { X, Y, gain }: Setting): tf.Tensor[] {
  for (;;) {
    const weights = randomWeights(model, gain)
    model.setWeights(weights)
    const P = model.apply(X)
    if (!(P instanceof tf.Tensor)) throw new TypeError('the model gave no tensor')
    const certainties = Array.from(P.mul(Y).sum(1).dataSync())
    if (certainties.every((p) => p > 1e-3 && p < 0.99)) return weights
  }
}

async function watch(model: tf.LayersModel, setting: Setting): Promise<Watched> {
  const { X, Y, epochs } = setting
  const there = await place(model)
  const callback = await submission.GradientNormCallback(there, X, Y)
  await callback.call('setModel', there)
  const seen: (readonly LayerGradient[])[] = []
  for (let epoch = 0; epoch < epochs; epoch++) {
    const weights = calmWeights(model, setting)
    await there.call('setWeights', weights)
    await callback.call('onEpochEnd', epoch, {})
    seen.push(gradientsOf(model, X, Y))
  }
  const norms: unknown = await callback.get('normPerEpoch')
  return { examples: X.shape[0] ?? 0, epochs: seen, norms }
}

/** The norm of one layer in one epoch, as the submission has it. */
function normOf(norms: unknown, epoch: number, layer: string): number {
  const record: unknown = Array.isArray(norms) ? norms[epoch] : undefined
  if (typeof record !== 'object' || record === null) return Number.NaN
  const norm: unknown = Reflect.get(record, layer)
  return typeof norm === 'number' ? norm : Number.NaN
}

/** How much of the error of a network with six hidden layers reaches the first one. */
const firstToLast = (norms: unknown) =>
  normOf(norms, 0, 'Layer_01_Hidden') / normOf(norms, 0, 'Layer_07_Output')

/** Makes kernels of 10 units begin with a deviation of 0.1, where 1 / sqrt(10) would suit them. */
const SMALL = 0.1 * Math.sqrt(10)

async function expectNorms(watched: readonly Watched[]): Promise<void> {
  type Rule = (gradient: LayerGradient, all: readonly LayerGradient[], examples: number) => number
  const want = (rule: Rule) =>
    watched.flatMap(({ epochs, examples }) =>
      epochs.flatMap((all) => all.map((gradient) => rule(gradient, all, examples))),
    )
  const got = watched.flatMap(({ epochs, norms }) =>
    epochs.flatMap((all, epoch) => all.map(({ layer }) => normOf(norms, epoch, layer))),
  )
  recognise(got, want(layerNorm), {
    'gradient-norm-squared': want((gradient) => layerNorm(gradient) ** 2),
    'gradient-norm-of-network': want((_, all) => Math.hypot(...all.map(layerNorm))),
    'gradient-norm-kernel-only': want(({ kernel }) => kernel),
    'gradient-norm-sum-of-norms': want(({ kernel, bias }) => kernel + bias),
    'gradient-norm-summed-loss': want((gradient, _, examples) => examples * layerNorm(gradient)),
  })
  for (const { epochs, norms } of watched) {
    const shapes = epochs.map((all) => all.map(({ layer }) => layer).toSorted())
    const given = Array.isArray(norms) ? norms.map((record) => Object.keys(record ?? {})) : norms
    const sorted = Array.isArray(given) ? given.map((names) => names.toSorted()) : given
    await expect(sorted).toMatchValue(shapes)
    for (const [epoch, all] of epochs.entries()) {
      // Each norm by itself: beside the norm of the last layer a wrong one of the first would not show.
      for (const gradient of all) {
        await expect(normOf(norms, epoch, gradient.layer)).toMatchValue(layerNorm(gradient))
      }
    }
  }
}

describe('GradientNormCallback', () => {
  test('random-networks', async () => {
    const watched: Watched[] = []
    const sizes = { examples: [1, 6], inputs: [1, 5], layers: [0, 3], classes: [2, 4] } as const
    for (const { examples, inputs, layers, classes } of straddling(sizes).toReversed()) {
      const hidden = Array.from({ length: layers }, (_, i) => 4 + i)
      const model = network({ inputs, hidden, classes, activation: 'tanh' })
      const X = random.normal([examples, inputs])
      watched.push(await watch(model, { X, Y: labels(examples, classes), epochs: 2 }))
    }
    await expectNorms(watched)
  })

  test('layers-without-weights', async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [3, 2], name: 'Row' }),
        tf.layers.dense({ units: 5, name: 'Sums' }),
        tf.layers.activation({ activation: 'tanh', name: 'Bend' }),
        tf.layers.dense({ units: 3, activation: 'softmax', name: 'Classes' }),
      ],
    })
    const X = random.normal([7, 3, 2])
    await expectNorms([await watch(model, { X, Y: labels(7, 3), epochs: 2 })])
  })

  test('vanishing', async () => {
    const watched: Watched[] = []
    const X = random.uniform([16, 20], 0, 1)
    const Y = labels(16, 10)
    // A beginning that suits the sizes of the layers, and one that is too small: kernels of deviation 0.1.
    for (const gain of [1, SMALL]) {
      for (const activation of ['sigmoid', 'relu'] as const) {
        const model = network({ inputs: 20, hidden: Array(6).fill(10), classes: 10, activation })
        watched.push(await watch(model, { X, Y, epochs: 1, gain }))
      }
    }
    await expectNorms(watched)
    const [sigmoid, , smallSigmoid] = watched.map(({ norms }) => firstToLast(norms))
    // In 150 draws each at most 0.0007 and 0.0000009; with relu at least 0.016 and 0.00005.
    expect(sigmoid, 'the part of the error that reaches the first layer').toBeLessThan(0.005)
    expect(smallSigmoid, 'the same part, with small kernels').toBeLessThan(1e-5)
  })

  test('in-fit', async () => {
    const here = training()
    const { model } = here
    const there = await place(model)
    await there.call('compile', { optimizer: 'sgd', loss: 'categoricalCrossentropy' })
    const X = random.normal([9, 4])
    const Y = labels(9, 3)
    const callback = await submission.GradientNormCallback(there, X, Y)
    await there.call('fit', here.X, here.Y, { ...ONE_BATCH, epochs: 3, callbacks: callback })
    const epochs = trainedWeights(here, 3).map((weights) => {
      model.setWeights(weights)
      return gradientsOf(model, X, Y)
    })
    const norms: unknown = await callback.get('normPerEpoch')
    await expectNorms([{ examples: 9, epochs, norms }])
  })
})
