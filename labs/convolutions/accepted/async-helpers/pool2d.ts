import type * as tf from '@tensorflow/tfjs'
import { Axis } from './axis.js'
import { Grid, picture } from './grid.js'

const REDUCTIONS = {
  max: (numbers: number[]) => numbers.reduce((a, b) => Math.max(a, b)),
  min: (numbers: number[]) => numbers.reduce((a, b) => Math.min(a, b)),
  average: (numbers: number[]) => numbers.reduce((a, b) => a + b) / numbers.length,
}

export async function pool2d(
  image: tf.Tensor4D,
  size: number,
  kind: keyof typeof REDUCTIONS,
  padding: 'valid' | 'same' = 'valid',
): Promise<tf.Tensor4D> {
  const pixels = await Grid.of(image)
  const [, height, width, channels] = pixels.shape
  const rows = Axis[padding](height, size, size)
  const columns = Axis[padding](width, size, size)
  return picture([rows.outputs, columns.outputs, channels], (i, j, k) => {
    const window: number[] = []
    for (const [, y] of rows.reads(i, size)) {
      for (const [, x] of columns.reads(j, size)) window.push(pixels.at(0, y, x, k))
    }
    return REDUCTIONS[kind](window)
  })
}
