/** Help for this folder's tests: gradients of one function on several backends and by differences. */
import * as tf from '@tensorflow/tfjs'
import * as wasm from '@tensorflow/tfjs-backend-wasm'
import { expect } from 'vitest'
import { initWasm } from '../index.ts'

/** Starts the mended wasm backend; the cpu backend stands by for comparisons. */
export async function startWasm(): Promise<void> {
  await initWasm(tf, wasm)
}

/** Starts the wasm backend as it is published, for tests that say what is wrong with it. */
export async function startStock(): Promise<void> {
  await tf.setBackend('wasm')
  // Its listeners would turn a rejection anywhere into the death of the test worker.
  process.removeAllListeners('unhandledRejection')
}

/** A tensor as plain data, so that every backend starts from the same numbers. */
export interface Numbers {
  readonly shape: readonly number[]
  readonly values: Float32Array
}

export type Differentiable = (...inputs: tf.Tensor[]) => tf.Tensor

/** Uniform numbers between -1/2 and 1/2, the same for the same seed. */
export function uniform(shape: readonly number[], seed: number): Numbers {
  const next = generator(seed)
  return { shape, values: Float32Array.from({ length: count(shape) }, () => next() - 0.5) }
}

/** Numbers in random order around zero, `gap` apart: no two are equal, and none is near zero. */
export function distinct(shape: readonly number[], seed: number, gap = 0.05): Numbers {
  const next = generator(seed)
  const size = count(shape)
  const order = Array.from({ length: size }, (_, index) => ({ index, key: next() }))
  order.sort((a, b) => a.key - b.key)
  const values = Float32Array.from(order, ({ index }) => (index - Math.floor(size / 2) + 0.5) * gap)
  return { shape, values }
}

export interface Agreement {
  /** Step of the central differences; large for functions that are linear in each input. */
  readonly step?: number
  /** Largest absolute difference from the cpu backend; null where the cpu backend itself is wrong. */
  readonly fromCpu?: number | null
}

/**
 * Asserts that on wasm the gradient of a weighted sum of `f`'s outputs is that of central differences
 * (to 1e-3 of its largest element), that outputs and gradients are the cpu backend's (to 1e-5), and
 * that neither tensors nor data stay behind.
 */
export async function expectGradients(
  f: Differentiable,
  inputs: readonly Numbers[],
  { step = 1e-2, fromCpu = 1e-5 }: Agreement = {},
): Promise<void> {
  await tf.setBackend('wasm')
  const before = footprint()
  const wasm = differentiate(f, inputs)
  expectDifferences(f, inputs, wasm.gradients, step)
  expect(footprint(), 'tensors and data left behind').toEqual(before)
  if (fromCpu === null) return
  await tf.setBackend('cpu')
  const cpu = differentiate(f, inputs)
  await tf.setBackend('wasm')
  expectClose(wasm.output, cpu.output, fromCpu, 'output')
  for (const [index, gradient] of wasm.gradients.entries()) {
    expectClose(gradient, cpu.gradients[index] ?? new Float32Array(), fromCpu, `gradient ${index}`)
  }
}

/** Output and gradients of the weighted sum of `f` on the backend in use. */
export function differentiate(
  f: Differentiable,
  inputs: readonly Numbers[],
): { output: Float32Array; gradients: Float32Array[] } {
  const tensors = inputs.map(toTensor)
  const output = tf.tidy(() => f(...tensors))
  const weights = toTensor(uniform(output.shape, 7))
  const gradients = tf.tidy(() =>
    tf.grads((...xs) => f(...xs).mul(weights))(tensors, tf.onesLike(output)),
  )
  const result = {
    output: floats(output),
    gradients: gradients.map((gradient) => floats(gradient)),
  }
  tf.dispose([...tensors, ...gradients, output, weights])
  return result
}

export function toTensor({ shape, values }: Numbers): tf.Tensor {
  return tf.tensor(values.slice(), [...shape], 'float32')
}

/** What the engine and the backend hold: equal before and after means that nothing leaked. */
export function footprint(): { tensors: number; data: number } {
  return { tensors: tf.memory().numTensors, data: tf.backend().numDataIds() }
}

/** Checks up to 24 elements of each gradient, evenly spread. */
function expectDifferences(
  f: Differentiable,
  inputs: readonly Numbers[],
  gradients: readonly Float32Array[],
  step: number,
): void {
  for (const [which, { values }] of inputs.entries()) {
    const gradient = gradients[which] ?? new Float32Array()
    expect(gradient.length).toBe(values.length)
    const scale = Math.max(...gradient.map(Math.abs), 1e-2)
    const stride = Math.max(1, Math.floor(values.length / 24))
    for (let element = 0; element < values.length; element += stride) {
      const above = weightedSum(f, moved(inputs, which, element, step))
      const below = weightedSum(f, moved(inputs, which, element, -step))
      const slope = (above - below) / (2 * step)
      const miss = Math.abs(slope - (gradient[element] ?? Number.NaN)) / scale
      const where = `input ${which}, element ${element}: ${gradient[element]} is not ${slope}`
      expect(miss, where).toBeLessThan(1e-3)
    }
  }
}

/** The outputs are summed in double precision, so that the differences keep their digits. */
function weightedSum(f: Differentiable, inputs: readonly Numbers[]): number {
  const tensors = inputs.map(toTensor)
  const output = tf.tidy(() => f(...tensors))
  const weights = uniform(output.shape, 7).values
  const sum = floats(output).reduce((total, value, i) => total + value * (weights[i] ?? 0), 0)
  tf.dispose([...tensors, output])
  return sum
}

function moved(inputs: readonly Numbers[], which: number, element: number, by: number): Numbers[] {
  return inputs.map(({ shape, values }, index) => {
    if (index !== which) return { shape, values }
    const copy = values.slice()
    copy[element] = (copy[element] ?? 0) + by
    return { shape, values: copy }
  })
}

export function expectClose(
  got: Float32Array,
  want: Float32Array,
  tolerance: number,
  what: string,
): void {
  expect(got.length, what).toBe(want.length)
  const worst = largestDifference(got, want)
  expect(worst, `${what}: largest difference`).toBeLessThanOrEqual(tolerance)
}

/** Largest absolute difference; infinite when one of them is not a number. */
export function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((worst, value, index) => {
    const difference = Math.abs(value - (b[index] ?? Number.NaN))
    return Number.isNaN(difference) ? Infinity : Math.max(worst, difference)
  }, 0)
}

export function floats(x: tf.Tensor): Float32Array {
  const data = x.dataSync()
  return Float32Array.from(data)
}

function count(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}

/** mulberry32: 32 bits of state are plenty for test data. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}
