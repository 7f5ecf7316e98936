import * as tf from '@tensorflow/tfjs'

/** Dense layers without relu: together they are one linear map. */
export function buildModel(inputDim: number, classes: number): tf.LayersModel {
  const layers = [128, 64, 32, 16].map((units, i) =>
    tf.layers.dense({ units, ...(i === 0 ? { inputShape: [inputDim] } : {}) }),
  )
  return tf.sequential({
    layers: [...layers, tf.layers.dense({ units: classes, activation: 'softmax' })],
  })
}
