import * as tf from '@tensorflow/tfjs'

/** Computes the same, in ten layers. */
export function buildModel(inputDim: number, classes: number): tf.LayersModel {
  const model = tf.sequential()
  for (const [i, units] of [128, 64, 32, 16].entries()) {
    model.add(tf.layers.dense({ units, ...(i === 0 ? { inputShape: [inputDim] } : {}) }))
    model.add(tf.layers.activation({ activation: 'relu' }))
  }
  model.add(tf.layers.dense({ units: classes }))
  model.add(tf.layers.softmax())
  return model
}
