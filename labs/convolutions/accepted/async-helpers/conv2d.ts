import type * as tf from '@tensorflow/tfjs'
import { padAndStride } from './padAndStride.js'

export type Activation = 'sigmoid' | 'relu' | 'linear'

/** The special case of `padAndStride` without options, then the activation. */
export async function conv2d(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  activation: Activation = 'sigmoid',
): Promise<tf.Tensor4D> {
  const sums = await padAndStride(image, filters)
  if (activation === 'linear') return sums
  // sigmoid(x) = (1 + tanh(x / 2)) / 2
  return activation === 'relu' ? sums.maximum(0) : sums.div(2).tanh().add(1).div(2)
}
