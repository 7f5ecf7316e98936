import * as tf from '@tensorflow/tfjs'
import { currentFrame } from './frame.ts'
import { gaussian } from './sfc32.ts'

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
