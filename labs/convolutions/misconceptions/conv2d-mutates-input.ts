import type * as tf from '@tensorflow/tfjs'
import { type Activation, conv2d as right } from '#solutions/convolutions/conv2d.ts'

/** Tidies up too much: disposes of tensors that belong to the caller. */
export function conv2d(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  activation: Activation = 'sigmoid',
): tf.Tensor4D {
  const output = right(image, filters, activation)
  image.dispose()
  filters.dispose()
  return output
}
