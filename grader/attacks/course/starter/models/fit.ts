import * as tf from '@tensorflow/tfjs'

/**
 * A model trained on `points` [n, 2] with their `labels` [n, 1], 0 or 1: for points [m, 2] it gives the
 * probability of label 1, [m, 1].
 */
export async function fit(points: tf.Tensor2D, labels: tf.Tensor2D): Promise<tf.LayersModel> {
  throw new Error('TODO fit')
}
