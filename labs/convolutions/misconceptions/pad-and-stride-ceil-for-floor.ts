import * as tf from '@tensorflow/tfjs'
import {
  type PadAndStrideOptions,
  padAndStride as right,
} from '#solutions/convolutions/padAndStride.ts'

/** Rounds the output size of 'valid' up: the last window reads zeros beyond the edge. */
export function padAndStride(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  options: PadAndStrideOptions = {},
): tf.Tensor4D {
  const { stride = 1, padding = 'valid', dilation = 1 } = options
  if (padding === 'same') return right(image, filters, options)
  const [, height, width] = image.shape
  const [filterHeight, filterWidth] = filters.shape
  const beyond = (pixels: number, taps: number): [number, number] => {
    const room = pixels - (dilation * (taps - 1) + 1)
    return [0, Math.ceil(room / stride) * stride - room]
  }
  return tf.tidy(() => {
    const padded = image.pad<tf.Tensor4D>([
      [0, 0],
      beyond(height, filterHeight),
      beyond(width, filterWidth),
      [0, 0],
    ])
    return right(padded, filters, options)
  })
}
