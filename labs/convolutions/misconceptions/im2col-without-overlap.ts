import * as tf from '@tensorflow/tfjs'
import { im2col as right } from '#solutions/convolutions/im2col.ts'

/** Patches side by side, as the windows of pooling: the filter moves by its own size. */
export function im2col(image: tf.Tensor4D, filterHeight: number, filterWidth: number): tf.Tensor4D {
  return tf.tidy(() => {
    const every = right(image, filterHeight, filterWidth)
    const [, rows, columns, numbers] = every.shape
    return every
      .stridedSlice([0, 0, 0, 0], every.shape, [1, filterHeight, filterWidth, 1])
      .reshape([1, Math.ceil(rows / filterHeight), Math.ceil(columns / filterWidth), numbers])
  })
}
