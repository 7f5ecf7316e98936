import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, random } from '#kit'
import type * as lab from '#starter/cats-vs-dogs/buildModel.ts'
import {
  applied,
  classesOf,
  computing,
  convolved,
  distance,
  flat,
  inspect,
  predict,
  reweigh,
  sums,
} from './networks.ts'

const { submission } = bind<typeof lab>()

type Shape = readonly [number, number, number]

const CLOSE = 1e-3

/** What a batch normalisation has when nothing is said. */
const KERAS_MOMENTUM = 0.99

describe('buildModel', () => {
  test('other-sizes', async () => {
    for (const filters of [[3], [2, 5], [4, 1, 3]]) {
      for (const batchNormalization of [true, false]) {
        const shape = [
          random.integer(26, 34),
          random.integer(26, 34),
          random.integer(1, 3),
        ] as const
        const sizes = { filters, units: random.integer(1, 6), dropout: 0.3, batchNormalization }
        await examined(shape, sizes)
      }
    }
  })

  test('wiring', async () => {
    for (const batchNormalization of [false, true]) {
      const shape = [random.integer(12, 15), random.integer(12, 15), 3] as const
      const filters = random.integers(2, 2, 5)
      const model = await examined(shape, { filters, units: 6, dropout: 0.5, batchNormalization })
      reweigh(model)
      const images = random.normal<tf.Rank.R4>([12, ...shape])
      const got = predict(model, images)
      const want = byHand(model, images, { normalize: running })
      diagnose('build-model-softmax-output', distance(got, got.onesLike()) < 1e-6)
      const averaged = byHand(model, images, { normalize: running, pool: tf.avgPool })
      diagnose('build-model-average-pooling', distance(got, averaged) < CLOSE)
      const after = byHand(model, images, { normalize: running, reluFirst: true })
      diagnose(
        'build-model-normalises-after-relu',
        batchNormalization && distance(got, after) < CLOSE,
      )
      await expect(got).toMatchTensor(want)
    }
  })

  test('two-modes', async () => {
    const shape = [random.integer(10, 13), random.integer(10, 13), 2] as const
    const sizes = { filters: [4], units: 6, dropout: 0, batchNormalization: true }
    const model = await examined(shape, sizes)
    const momentum = layerOf(model, 'BatchNormalization')?.getConfig()['momentum']
    diagnose('build-model-slow-averages', momentum === KERAS_MOMENTUM)
    await expect({ momentum }).toMatchValue({ momentum: 0.8 })
    reweigh(model)
    const images = random.normal<tf.Rank.R4>([10, ...shape])
    // In use a picture gets the same answer in any company; in training its batch normalises it.
    const alone = predict(model, images.slice([0, 0, 0, 0], [1, ...shape]))
    const together = predict(model, images)
    await expect(alone).toMatchTensor(together.slice([0, 0], [1, 1]))
    const training = applied(model, images)
    await expect(training).toMatchTensor(byHand(model, images, { normalize: ofBatch }))

    const rate = random.choice([0.25, 0.5])
    const dropping = await examined(shape, { ...sizes, dropout: rate, batchNormalization: false })
    reweigh(dropping)
    const one = images.slice<tf.Tensor4D>([0, 0, 0, 0], [1, ...shape])
    const answers = Array.from({ length: 5 }, () => applied(dropping, one))
    const varied = answers.some((answer) => distance(answer, predict(dropping, one)) > 0)
    await expect(Number(varied)).toMatchValue(1)
    await expect(predict(dropping, one)).toMatchTensor(predict(dropping, one))
    await expect(layerOf(dropping, 'Dropout')?.getConfig()['rate']).toMatchValue(rate)
  })
})

function layerOf(model: tf.LayersModel, className: string): tf.layers.Layer | undefined {
  return computing(model).find((each) => each.getClassName() === className)
}

/** A copy of the submission's model, once its layers and their parameters are what they should be. */
async function examined(shape: Shape, sizes: lab.ModelSizes): Promise<tf.LayersModel> {
  const model = await inspect(await submission.buildModel(shape, sizes), shape)
  const block = [
    'Conv2D',
    ...(sizes.batchNormalization ? ['BatchNormalization'] : []),
    'MaxPooling2D',
  ]
  const want = [...sizes.filters.flatMap(() => block), ...['Flatten', 'Dropout', 'Dense', 'Dense']]
  const got = classesOf(model).map((name) => (name === 'AveragePooling2D' ? 'MaxPooling2D' : name))
  const dropout = want.filter((name) => name !== 'Dropout')
  diagnose('build-model-no-dropout', String(got) === String(dropout))
  await expect({
    layers: got,
    parameters: model.countParams(),
  }).toMatchValue({ layers: want, parameters: parameters(shape, sizes) })
  return model
}

/** In closed form. */
function parameters(
  [height, width, channels]: Shape,
  { filters, units, batchNormalization }: lab.ModelSizes,
): number {
  let [rows, columns, depth, total] = [height, width, channels, 0]
  for (const count of filters) {
    total += (9 * depth + 1) * count + (batchNormalization ? 4 * count : 0)
    rows = Math.floor((rows - 2) / 2)
    columns = Math.floor((columns - 2) / 2)
    depth = count
  }
  return total + (rows * columns * depth + 1) * units + units + 1
}

type Normalize = (layer: tf.layers.Layer, values: tf.Tensor4D) => tf.Tensor4D

interface Hand {
  readonly normalize: Normalize
  readonly pool?: typeof tf.avgPool
  /** The mistake of normalising what relu has cut off. */
  readonly reluFirst?: boolean
}

/** The network by hand, with the weights of the model. */
function byHand(
  model: tf.LayersModel,
  images: tf.Tensor4D,
  { normalize, pool = tf.maxPool, reluFirst = false }: Hand,
): tf.Tensor2D {
  const layers = computing(model)
  const normalizations = layers.filter(isNormalization)
  let values = images
  const convolutions = layers.filter((each) => each.getClassName() === 'Conv2D')
  for (const [i, layer] of convolutions.entries()) {
    const normalization = normalizations[i]
    const seen = convolved(layer, values)
    const apart = (given: tf.Tensor4D) => (normalization ? normalize(normalization, given) : given)
    const active = reluFirst ? apart(seen.relu()) : apart(seen).relu<tf.Tensor4D>()
    values = pool(active, 2, 2, 'valid')
  }
  const [hidden, output] = layers.slice(-2)
  return sums(output, sums(hidden, flat(values)).relu()).sigmoid()
}

/** With the running averages, as in use. */
function running(layer: tf.layers.Layer, values: tf.Tensor4D): tf.Tensor4D {
  const [, , mean, variance] = layer.getWeights()
  if (mean === undefined || variance === undefined) throw new TypeError('four weights')
  return scaled(layer, normal(layer, values, mean, variance))
}

/** With mean and variance of the batch itself, as in training. */
function ofBatch(layer: tf.layers.Layer, values: tf.Tensor4D): tf.Tensor4D {
  const { mean, variance } = tf.moments(values, [0, 1, 2])
  return scaled(layer, normal(layer, values, mean, variance))
}

/** With the layer's own epsilon, as long as it is a small number. */
function normal(
  layer: tf.layers.Layer,
  values: tf.Tensor4D,
  mean: tf.Tensor,
  variance: tf.Tensor,
): tf.Tensor {
  const epsilon = Math.min(0.01, Number(layer.getConfig()['epsilon']))
  return values.sub(mean).div(variance.add(epsilon).sqrt())
}

function isNormalization(layer: tf.layers.Layer): boolean {
  return layer.getClassName() === 'BatchNormalization'
}

function scaled(layer: tf.layers.Layer, normal: tf.Tensor): tf.Tensor4D {
  const [gamma, beta] = layer.getWeights()
  if (gamma === undefined || beta === undefined) throw new TypeError('four weights')
  return normal.mul(gamma).add<tf.Tensor4D>(beta)
}
