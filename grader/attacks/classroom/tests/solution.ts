import * as tf from '@tensorflow/tfjs'

export const scale = (x: tf.Tensor, factor: number) => tf.mul(x, factor)

export function total(numbers: readonly number[]): number {
  // {{canary:solution}}
  return numbers.reduce((sum, number) => sum + number, 0)
}
