import type * as tf from '@tensorflow/tfjs'
import { Axis } from './axis.js'
import { Grid, picture } from './grid.js'

export async function im2col(
  image: tf.Tensor4D,
  filterHeight: number,
  filterWidth: number,
): Promise<tf.Tensor4D> {
  const pixels = await Grid.of(image)
  const [, height, width, channels] = pixels.shape
  const rows = Axis.valid(height, filterHeight)
  const columns = Axis.valid(width, filterWidth)
  const numbers = filterHeight * filterWidth * channels
  return picture([rows.outputs, columns.outputs, numbers], (i, j, at) => {
    const place = Math.floor(at / channels)
    const u = Math.floor(place / filterWidth)
    return pixels.at(0, i + u, j + (place % filterWidth), at % channels)
  })
}
