import * as tf from '@tensorflow/tfjs'
import { type Activation, conv2d as right } from '#solutions/convolutions/conv2d.ts'

/** The convolution of signal processing: every filter turned by 180 degrees. */
export function conv2d(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  activation: Activation = 'sigmoid',
): tf.Tensor4D {
  return tf.tidy(() => right(image, tf.reverse(filters, [0, 1]), activation))
}
