import * as tf from '@tensorflow/tfjs'
import {
  type PadAndStrideOptions,
  padAndStride as right,
} from '#solutions/convolutions/padAndStride.ts'

/** Computes every output of stride 1 and keeps each s-th: with 'same' the windows start elsewhere. */
export function padAndStride(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  { stride = 1, padding = 'valid', dilation = 1 }: PadAndStrideOptions = {},
): tf.Tensor4D {
  return tf.tidy(() => {
    const every = right(image, filters, { padding, dilation })
    const [, rows, columns, count] = every.shape
    return every
      .stridedSlice([0, 0, 0, 0], every.shape, [1, stride, stride, 1])
      .reshape([1, Math.ceil(rows / stride), Math.ceil(columns / stride), count])
  })
}
