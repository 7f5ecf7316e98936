import * as tf from '@tensorflow/tfjs'
import {
  type PadAndStrideOptions,
  padAndStride as right,
} from '#solutions/convolutions/padAndStride.ts'

/** As many zeros before as after, half a filter each, whatever the stride. */
export function padAndStride(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  { stride = 1, padding = 'valid', dilation = 1 }: PadAndStrideOptions = {},
): tf.Tensor4D {
  const [filterHeight, filterWidth] = filters.shape
  const around = (taps: number): [number, number] => {
    const span = dilation * (taps - 1) + 1
    const zeros = padding === 'same' ? Math.floor(span / 2) : 0
    return [zeros, zeros]
  }
  return tf.tidy(() => {
    const padded = image.pad<tf.Tensor4D>([
      [0, 0],
      around(filterHeight),
      around(filterWidth),
      [0, 0],
    ])
    return right(padded, filters, { stride, dilation })
  })
}
