import type * as tf from '@tensorflow/tfjs'
import { type Activation, conv2d as right } from '#solutions/convolutions/conv2d.ts'

/** Right when told what to do, but the default is another one. */
export function conv2d(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  activation: Activation = 'relu',
): tf.Tensor4D {
  return right(image, filters, activation)
}
