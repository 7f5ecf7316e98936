import * as tf from '@tensorflow/tfjs'
import { im2col } from './im2col.ts'

const ACTIVATIONS = {
  sigmoid: (x: tf.Tensor4D) => tf.sigmoid(x),
  relu: (x: tf.Tensor4D) => tf.relu(x),
  linear: (x: tf.Tensor4D) => x,
}

/** Patches as rows, filters as columns, one matrix product. */
export function conv2d(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  activation: keyof typeof ACTIVATIONS = 'sigmoid',
): tf.Tensor4D {
  return tf.tidy(() => {
    const [fh, fw, depth, count] = filters.shape
    const patches = im2col(image, fh, fw)
    const [, height, width, numbers] = patches.shape
    const rows = patches.reshape<tf.Tensor2D>([height * width, numbers])
    const columns = filters.reshape<tf.Tensor2D>([fh * fw * depth, count])
    const sums = rows.matMul(columns).reshape<tf.Tensor4D>([1, height, width, count])
    return ACTIVATIONS[activation](sums)
  })
}
