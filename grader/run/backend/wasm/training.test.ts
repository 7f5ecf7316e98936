import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { floats, footprint, startWasm, toTensor, uniform } from './testing/gradients.ts'

beforeAll(startWasm)

const STEPS = 50
const classes = 4

describe('a seeded training', () => {
  const optimizers = {
    Adam: () => tf.train.adam(0.01),
    'gradient descent with momentum': () => tf.train.momentum(0.05, 0.9),
    'gradient descent': () => tf.train.sgd(0.2),
    RMSProp: () => tf.train.rmsprop(0.005),
  }

  test.each(Object.entries(optimizers))('with %s has the same bits twice', (_, optimizer) => {
    const first = train(optimizer())
    const again = train(optimizer())
    expect(again.weights).toEqual(first.weights)
    expect(again.losses).toEqual(first.losses)
    expect(last(first.losses)).toBeLessThan(0.9 * (first.losses[0] ?? 0))
  })

  test('loses what it loses on the cpu backend, to 1e-3 after 50 steps', async () => {
    const wasm = train(tf.train.adam(0.01))
    await tf.setBackend('cpu')
    const cpu = train(tf.train.adam(0.01))
    await tf.setBackend('wasm')
    for (const [step, loss] of wasm.losses.entries()) {
      expect(Math.abs(loss - (cpu.losses[step] ?? Number.NaN)), `step ${step}`).toBeLessThan(1e-3)
    }
  })

  test('leaves no tensors and no data behind', () => {
    const before = footprint()
    train(tf.train.adam(0.01))
    expect(footprint()).toEqual(before)
  })
})

/** Trains a small convolutional network on fixed data; weights as their bits. */
function train(optimizer: tf.Optimizer): { weights: number[]; losses: number[] } {
  const model = network()
  tf.tidy(() =>
    model.setWeights(
      model.weights.map(({ shape, name }, index) => {
        const sizes = shape.map((size) => size ?? 1)
        // Moving variances must not be negative.
        return name.includes('variance') ? tf.ones(sizes) : toTensor(uniform(sizes, index))
      }),
    ),
  )
  const x = toTensor(uniform([8, 10, 10, 2], 1))
  const y = tf.tidy(() =>
    tf
      .oneHot(
        tf.tensor1d(
          [...Array(8).keys()].map((i) => i % classes),
          'int32',
        ),
        classes,
      )
      .toFloat(),
  )
  const losses: number[] = []
  for (let step = 0; step < STEPS; step++) {
    const cost = optimizer.minimize(() => lossOf(model, x, y), true)
    if (cost === null) throw new Error('minimize was asked for its cost')
    losses.push(...floats(cost))
    cost.dispose()
  }
  const weights = model.getWeights().flatMap((weight) => [...new Int32Array(floats(weight).buffer)])
  tf.dispose([x, y])
  model.dispose()
  optimizer.dispose()
  return { weights, losses }
}

function network(): tf.LayersModel {
  return tf.sequential({
    layers: [
      tf.layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', inputShape: [10, 10, 2] }),
      tf.layers.batchNormalization(),
      tf.layers.activation({ activation: 'relu' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.depthwiseConv2d({ kernelSize: 3, activation: 'relu' }),
      tf.layers.averagePooling2d({ poolSize: 2, strides: 1 }),
      tf.layers.flatten(),
      tf.layers.dropout({ rate: 0.1, seed: 3 }),
      tf.layers.dense({ units: 12, activation: 'relu', kernelRegularizer: 'l1l2' }),
      tf.layers.dense({ units: classes, activation: 'softmax' }),
    ],
  })
}

function lossOf(model: tf.LayersModel, x: tf.Tensor, y: tf.Tensor): tf.Scalar {
  const output = model.apply(x, { training: true })
  if (!(output instanceof tf.Tensor)) throw new TypeError('the model has several outputs')
  return tf.metrics.categoricalCrossentropy(y, output).mean().asScalar()
}

function last(values: readonly number[]): number {
  return values.at(-1) ?? Number.NaN
}
