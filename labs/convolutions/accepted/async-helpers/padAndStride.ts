import type * as tf from '@tensorflow/tfjs'
import { Axis } from './axis.js'
import { Grid, picture } from './grid.js'

export interface PadAndStrideOptions {
  stride?: number
  padding?: 'valid' | 'same'
  dilation?: number
}

export async function padAndStride(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  { stride = 1, padding = 'valid', dilation = 1 }: PadAndStrideOptions = {},
): Promise<tf.Tensor4D> {
  const [pixels, weights] = await Promise.all([Grid.of(image), Grid.of(filters)])
  const [, height, width, channels] = pixels.shape
  const [fh, fw, , count] = weights.shape
  const span = (taps: number) => dilation * (taps - 1) + 1
  const rows = Axis[padding](height, span(fh), stride)
  const columns = Axis[padding](width, span(fw), stride)
  return picture([rows.outputs, columns.outputs, count], (i, j, n) => {
    let sum = 0
    for (const [u, y] of rows.reads(i, fh, dilation)) {
      for (const [v, x] of columns.reads(j, fw, dilation)) {
        for (let k = 0; k < channels; k++) sum += pixels.at(0, y, x, k) * weights.at(u, v, k, n)
      }
    }
    return sum
  })
}
