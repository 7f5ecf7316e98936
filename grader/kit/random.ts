import * as tf from '@tensorflow/tfjs'
import { currentFrame } from './frame.ts'

/** A source of numbers in [0, 1). */
export type Uniform = () => number

/**
 * sfc32 (Chris Doty-Humphrey's Small Fast Counting generator, PractRand), 128 bits of state.
 * @param seed 32 hex digits.
 */
export function sfc32(seed: string): Uniform {
  const words = seed.match(/^[0-9a-f]{32}$/) ? (seed.match(/.{8}/g) ?? []) : []
  const [a, b, c, counter] = words.map((word) => Number.parseInt(word, 16) | 0)
  if (a === undefined || b === undefined || c === undefined || counter === undefined) {
    throw new TypeError(`A seed is 32 hex digits, not ${JSON.stringify(seed)}.`)
  }
  const state = { a, b, c, counter }
  const next = () => {
    const sum = (state.a + state.b + state.counter) | 0
    state.counter = (state.counter + 1) | 0
    state.a = state.b ^ (state.b >>> 9)
    state.b = (state.c + (state.c << 3)) | 0
    state.c = ((state.c << 21) | (state.c >>> 11)) + sum
    state.c |= 0
    return (sum >>> 0) / 2 ** 32
  }
  // The generator's author asks for some rounds before the first use.
  for (let i = 0; i < 15; i++) next()
  return next
}

/** A standard normal number by Box and Muller's transform. */
function gaussian(uniform: Uniform): number {
  // 1 - u lies in (0, 1]: its logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

function filled<R extends tf.Rank>(shape: tf.ShapeMap[R], sample: () => number): tf.Tensor<R> {
  const data = Float32Array.from({ length: tf.util.sizeFromShape(shape) }, sample)
  return tf.tensor<R>(data, shape)
}

function checked(condition: boolean, message: string): void {
  if (!condition) throw new RangeError(message)
}

/** Random inputs for specs, reseeded for every check. */
export const random = {
  /** float32 tensor of normal numbers. */
  normal<R extends tf.Rank>(shape: tf.ShapeMap[R], { mean = 0, std = 1 } = {}): tf.Tensor<R> {
    const { uniform } = currentFrame()
    return filled<R>(shape, () => mean + std * gaussian(uniform))
  },
  /** float32 tensor of numbers in [low, high). */
  uniform<R extends tf.Rank>(shape: tf.ShapeMap[R], low = 0, high = 1): tf.Tensor<R> {
    const { uniform } = currentFrame()
    return filled<R>(shape, () => low + (high - low) * uniform())
  },
  /** An integer in [low, high], both included. */
  integer(low: number, high: number): number {
    checked(
      Number.isSafeInteger(low) && Number.isSafeInteger(high) && low <= high,
      `random.integer needs integers low <= high, not ${low} and ${high}.`,
    )
    return low + Math.floor(currentFrame().uniform() * (high - low + 1))
  },
  /** `count` integers in [low, high]. */
  integers(count: number, low: number, high: number): number[] {
    return Array.from({ length: count }, () => random.integer(low, high))
  },
  /** `count` numbers in [low, high). */
  numbers(count: number, low = -1, high = 1): number[] {
    const { uniform } = currentFrame()
    return Array.from({ length: count }, () => low + (high - low) * uniform())
  },
  /** One of `items`. */
  choice<T>(items: readonly T[]): T {
    checked(items.length > 0, 'random.choice needs at least one item.')
    const item = items[random.integer(0, items.length - 1)]
    if (item === undefined) throw new RangeError('random.choice cannot pick from a sparse array.')
    return item
  },
}
