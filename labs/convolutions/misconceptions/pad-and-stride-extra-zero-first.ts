import * as tf from '@tensorflow/tfjs'
import {
  type PadAndStrideOptions,
  padAndStride as right,
} from '#solutions/convolutions/padAndStride.ts'

/** An odd number of zeros: the extra one goes to the top and to the left. */
export function padAndStride(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  { stride = 1, padding = 'valid', dilation = 1 }: PadAndStrideOptions = {},
): tf.Tensor4D {
  const [, height, width] = image.shape
  const [filterHeight, filterWidth] = filters.shape
  const around = (pixels: number, taps: number): [number, number] => {
    if (padding === 'valid') return [0, 0]
    const span = dilation * (taps - 1) + 1
    const zeros = Math.max((Math.ceil(pixels / stride) - 1) * stride + span - pixels, 0)
    return [Math.ceil(zeros / 2), Math.floor(zeros / 2)]
  }
  return tf.tidy(() => {
    const padded = image.pad<tf.Tensor4D>([
      [0, 0],
      around(height, filterHeight),
      around(width, filterWidth),
      [0, 0],
    ])
    return right(padded, filters, { stride, dilation })
  })
}
