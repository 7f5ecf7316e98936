import * as tf from '@tensorflow/tfjs'
import {
  type PadAndStrideOptions,
  padAndStride as right,
} from '#solutions/convolutions/padAndStride.ts'

/** The convolution of signal processing: every filter turned by 180 degrees. */
export function padAndStride(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  options: PadAndStrideOptions = {},
): tf.Tensor4D {
  return tf.tidy(() => right(image, tf.reverse(filters, [0, 1]), options))
}
