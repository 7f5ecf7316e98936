import type * as tf from '@tensorflow/tfjs'
import {
  type PadAndStrideOptions,
  padAndStride as right,
} from '#solutions/convolutions/padAndStride.ts'

/** Moves one pixel at a time, whatever the stride. */
export function padAndStride(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  { padding = 'valid', dilation = 1 }: PadAndStrideOptions = {},
): tf.Tensor4D {
  return right(image, filters, { padding, dilation })
}
