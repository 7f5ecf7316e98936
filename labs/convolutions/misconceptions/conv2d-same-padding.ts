import * as tf from '@tensorflow/tfjs'
import { type Activation, conv2d as right } from '#solutions/convolutions/conv2d.ts'

/** Surrounds the image with zeros, so that the output is as large as the image. */
export function conv2d(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  activation: Activation = 'sigmoid',
): tf.Tensor4D {
  const [filterHeight, filterWidth] = filters.shape
  const around = (taps: number): [number, number] => [
    Math.floor((taps - 1) / 2),
    Math.ceil((taps - 1) / 2),
  ]
  return tf.tidy(() =>
    right(
      image.pad<tf.Tensor4D>([[0, 0], around(filterHeight), around(filterWidth), [0, 0]]),
      filters,
      activation,
    ),
  )
}
