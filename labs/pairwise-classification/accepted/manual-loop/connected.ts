import * as tf from '@tensorflow/tfjs'

/** A dense layer, then its activation as a layer of its own. */
export function denseRelu(name: string): (input: tf.SymbolicTensor) => tf.SymbolicTensor {
  const layer = tf.layers.dense({ units: 100, name })
  return (input) => tf.layers.reLU().apply(layer.apply(input)) as tf.SymbolicTensor
}

export function probability(input: tf.SymbolicTensor): tf.SymbolicTensor {
  const sum = tf.layers.dense({ units: 1, name: 'output' }).apply(input)
  return tf.layers.activation({ activation: 'sigmoid' }).apply(sum) as tf.SymbolicTensor
}
