import * as tf from '@tensorflow/tfjs'
import { expect } from 'vitest'
import { sfc32 } from '../kit/sfc32.ts'

/**
 * What a teacher would write instead of the kit: the student's module imported straight into the test, full
 * TensorFlow.js, and a comparison that throws. The benchmark binds the same specs to it.
 */
export { numericalGradient } from '../kit/gradients.ts'
export { straddling } from '../kit/straddling.ts'
export { alike } from '../kit/twice.ts'

type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>

/** The benchmark writes a module that calls this with the student's and the reference's exports. */
export function binder(student: Functions, solution: Functions) {
  return () => ({ submission: asynchronous(student), reference: asynchronous(solution) })
}

function asynchronous(functions: Functions) {
  return Object.fromEntries(
    Object.entries(functions).map(([name, call]) => [
      name,
      async (...args: unknown[]) => call(...args),
    ]),
  )
}

/** In one process, an object is held by having it. */
export function hold<T>(value: T): T {
  return value
}

/** The two answers alone: nobody here names a mistake. */
export async function twice<R>(
  _misconception: string,
  withSame: () => Promise<R>,
): Promise<readonly [R, R]> {
  return [await withSame(), await withSame()]
}

export function measure(): void {}

export function diagnose(): void {}

const uniform = sfc32('0123456789abcdef0123456789abcdef')

function gaussian(): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

function filled(shape: number[], sample: () => number): tf.Tensor {
  return tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, sample), shape)
}

export const random = {
  normal: (shape: number[], { mean = 0, std = 1 } = {}) =>
    filled(shape, () => mean + std * gaussian()),
  uniform: (shape: number[], low = 0, high = 1) =>
    filled(shape, () => low + (high - low) * uniform()),
  integer: (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1)),
  integers: (count: number, low: number, high: number) =>
    Array.from({ length: count }, () => random.integer(low, high)),
  numbers: (count: number, low = -1, high = 1) =>
    Array.from({ length: count }, () => low + (high - low) * uniform()),
  choice: <T>(items: readonly T[]) => items[random.integer(0, items.length - 1)],
}

/** Loose enough for every check of the lab: the benchmark times right answers. */
const TOLERANCE = 1e-3

async function plain(value: unknown): Promise<unknown> {
  const settled = await value
  return settled instanceof tf.Tensor ? settled.array() : settled
}

function close(got: unknown, want: unknown): boolean {
  if (typeof want === 'number') return typeof got === 'number' && Math.abs(got - want) <= TOLERANCE
  if (typeof want === 'object' && want !== null && typeof got === 'object' && got !== null) {
    const [mine, theirs] = [Object.entries(got), Object.entries(want)]
    const same = ([key, value]: [string, unknown]) => close(Reflect.get(got, key), value)
    return mine.length === theirs.length && theirs.every(same)
  }
  return got === want
}

async function match(received: unknown, expected: unknown) {
  const pass = close(await plain(received), await plain(expected))
  return { pass, message: () => 'values differ' }
}

expect.extend({ toMatchTensor: match, toMatchValue: match })
