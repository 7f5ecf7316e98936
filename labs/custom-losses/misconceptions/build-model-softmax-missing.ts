import * as tf from '@tensorflow/tfjs'

/** The output layer has no activation. */
export function buildModel(inputDim: number, classes: number): tf.LayersModel {
  const layers = [128, 64, 32, 16].map((units, i) =>
    tf.layers.dense({
      units,
      activation: 'relu',
      ...(i === 0 ? { inputShape: [inputDim] } : {}),
    }),
  )
  return tf.sequential({
    layers: [...layers, tf.layers.dense({ units: classes })],
  })
}
