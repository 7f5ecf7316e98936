import * as tf from '@tensorflow/tfjs'

export function fit(): tf.LayersModel {
  const kernelInitializer = tf.initializers.orthogonal({ gain: 1 })
  const layer = tf.layers.dense({ units: 30_000, inputShape: [30_000], kernelInitializer })
  return tf.sequential({ layers: [layer] })
}
