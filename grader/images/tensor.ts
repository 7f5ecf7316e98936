import * as tf from '@tensorflow/tfjs'
import type { ImageBatch } from './batches.ts'

/** The pictures as float32 in [0, 1]: [n, height, width, 3]. */
export function imageTensor({ data, shape }: Pick<ImageBatch, 'data' | 'shape'>): tf.Tensor4D {
  const values = new Float32Array(data.length)
  for (let i = 0; i < data.length; i++) values[i] = (data[i] ?? 0) / 255
  return tf.tensor4d(values, [...shape])
}
