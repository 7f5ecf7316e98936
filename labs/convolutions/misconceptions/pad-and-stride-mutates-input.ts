import type * as tf from '@tensorflow/tfjs'
import {
  type PadAndStrideOptions,
  padAndStride as right,
} from '#solutions/convolutions/padAndStride.ts'

/** Disposes of the caller's image as soon as it has been padded. */
export function padAndStride(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  options: PadAndStrideOptions = {},
): tf.Tensor4D {
  const output = right(image, filters, options)
  image.dispose()
  return output
}
