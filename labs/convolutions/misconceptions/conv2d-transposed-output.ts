import * as tf from '@tensorflow/tfjs'
import { type Activation, conv2d as right } from '#solutions/convolutions/conv2d.ts'

/** Loops over columns outside and rows inside, so that the output lies on its side. */
export function conv2d(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  activation: Activation = 'sigmoid',
): tf.Tensor4D {
  return tf.tidy(() => right(image, filters, activation).transpose<tf.Tensor4D>([0, 2, 1, 3]))
}
