import * as tf from '@tensorflow/tfjs'
import * as wasm from '@tensorflow/tfjs-backend-wasm'
import { GradientNormCallback } from '#solutions/callbacks/GradientNormCallback.ts'
import { buildNetwork } from '#solutions/callbacks/network.ts'
import { readDigits } from '../../../grader/data/digits.ts'
import { initWasm } from '../../../grader/run/backend/wasm/index.ts'

/** One way to build the network of the lab. */
export interface Setting {
  readonly activation: 'relu' | 'sigmoid'
  /** Standard deviation of the first kernels; null for Glorot's. */
  readonly initialStd: number | null
}

export interface Run extends Setting {
  /** Gradient norms of the seven layers from input to output: before training, then after each epoch. */
  readonly norms: readonly (readonly number[])[]
  /** All kernels, flat, from input to output. */
  readonly before: readonly Float32Array[]
  readonly after: readonly Float32Array[]
}

export const SETTINGS: readonly Setting[] = [
  { activation: 'sigmoid', initialStd: 0.1 },
  { activation: 'sigmoid', initialStd: null },
  { activation: 'relu', initialStd: 0.1 },
  { activation: 'relu', initialStd: null },
]

const PER_CLASS = 20
export const EPOCHS = 8

/** Trains the network of the lab in every setting, on the same 200 digits in the same order. */
export async function experiment(): Promise<Run[]> {
  await initWasm(tf, wasm)
  const { X, Y } = digits()
  const runs: Run[] = []
  for (const setting of SETTINGS) runs.push(await train(setting, X, Y))
  return runs
}

async function train(setting: Setting, X: tf.Tensor2D, Y: tf.Tensor2D): Promise<Run> {
  const { activation, initialStd } = setting
  const model = buildNetwork({ activation, ...(initialStd !== null && { initialStd }) })
  const callback = new GradientNormCallback(model, X, Y)
  await callback.onEpochEnd(-1)
  const before = kernels(model)
  await model.fit(X, Y, { epochs: EPOCHS, shuffle: false, verbose: 0, callbacks: callback })
  return {
    ...setting,
    norms: callback.normPerEpoch.map((record) => Object.values(record)),
    before,
    after: kernels(model),
  }
}

function kernels(model: tf.LayersModel): Float32Array[] {
  const weights = model.getWeights().filter(({ shape }) => shape.length === 2)
  return weights.map((weight) => Float32Array.from(weight.dataSync()))
}

/** Digits of all classes in turn, [200, 784] in [0, 1], and their one-hot labels. */
function digits(): { X: tf.Tensor2D; Y: tf.Tensor2D } {
  const { pixels, labels } = readDigits()
  const order = Array.from({ length: PER_CLASS }, (_, i) =>
    Array.from({ length: 10 }, (_, digit) => labels.indexOf(digit) + i),
  ).flat()
  const images = order.map((i) => Array.from(pixels.subarray(784 * i, 784 * (i + 1)), scaled))
  const Y = tf.oneHot(
    tf.tensor1d(
      order.map((i) => labels[i] ?? 0),
      'int32',
    ),
    10,
  )
  return { X: tf.tensor2d(images), Y: Y.toFloat().as2D(order.length, 10) }
}

const scaled = (ink: number) => ink / 255
