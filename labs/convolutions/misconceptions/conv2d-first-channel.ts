import * as tf from '@tensorflow/tfjs'
import { type Activation, conv2d as right } from '#solutions/convolutions/conv2d.ts'

/** Looks at channel 0 of the image and of the filters, and at no other. */
export function conv2d(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  activation: Activation = 'sigmoid',
): tf.Tensor4D {
  const [, height, width] = image.shape
  const [filterHeight, filterWidth, , count] = filters.shape
  return tf.tidy(() =>
    right(
      image.slice([0, 0, 0, 0], [1, height, width, 1]),
      filters.slice([0, 0, 0, 0], [filterHeight, filterWidth, 1, count]),
      activation,
    ),
  )
}
