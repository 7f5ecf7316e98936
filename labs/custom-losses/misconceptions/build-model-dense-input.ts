import * as tf from '@tensorflow/tfjs'

/** Spends a dense layer on the input, with as many units as there are pixels. */
export function buildModel(inputDim: number, classes: number): tf.LayersModel {
  const hidden = [128, 64, 32, 16].map((units) => tf.layers.dense({ units, activation: 'relu' }))
  return tf.sequential({
    layers: [
      tf.layers.dense({ units: inputDim, activation: 'relu', inputShape: [inputDim] }),
      ...hidden,
      tf.layers.dense({ units: classes, activation: 'softmax' }),
    ],
  })
}
