import * as tf from '@tensorflow/tfjs'

/**
 * A model trained on `points` [n, 2] with their `labels` [n, 1], 0 or 1: for points [m, 2] it gives the
 * probability of label 1, [m, 1].
 */
export async function fit(points: tf.Tensor2D, labels: tf.Tensor2D): Promise<tf.LayersModel> {
  // solution
  const layer = tf.layers.dense({ units: 1, activation: 'sigmoid', inputShape: [2] })
  const model = tf.sequential({ layers: [layer] })
  model.compile({ optimizer: tf.train.adam(0.1), loss: 'binaryCrossentropy' })
  await model.fit(points, labels, { epochs: 30, batchSize: 20, verbose: 0 })
  return model
  // end solution
}
