import * as tf from '@tensorflow/tfjs'

/**
 * `layer.apply(...)` with plainer types, given to you: `apply` may return tensors or symbols, one or
 * many, and TypeScript wants to know which. Here one symbol comes out.
 *
 *     const code = connect(tf.layers.dense({ units: 100 }), input)
 *     const both = connect(tf.layers.concatenate(), code, otherCode)
 *
 * @param layer connected to `inputs`. Connect one layer twice and both places share its weights.
 * @param inputs one for most layers, two or more for a layer that joins.
 */
export function connect(layer: tf.layers.Layer, ...inputs: tf.SymbolicTensor[]): tf.SymbolicTensor {
  const [only, ...others] = inputs
  const output = layer.apply(only !== undefined && others.length === 0 ? only : inputs)
  if (!(output instanceof tf.SymbolicTensor)) throw new TypeError('this layer has several outputs')
  return output
}
