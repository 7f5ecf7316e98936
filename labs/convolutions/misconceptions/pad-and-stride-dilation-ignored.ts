import type * as tf from '@tensorflow/tfjs'
import {
  type PadAndStrideOptions,
  padAndStride as right,
} from '#solutions/convolutions/padAndStride.ts'

/** Reads neighbouring pixels, whatever the dilation. */
export function padAndStride(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  { stride = 1, padding = 'valid' }: PadAndStrideOptions = {},
): tf.Tensor4D {
  return right(image, filters, { stride, padding })
}
