import * as tf from '@tensorflow/tfjs'
import { withCode } from './with-code.ts'

/** The loss asks a second model, which shares the layers and also gives the code. */
export function buildSparseAutoencoder(inputDim: number, codeSize: number, beta: number) {
  const input = tf.layers.input({ shape: [inputDim], name: 'input' })
  const encoder = tf.layers.dense({ units: codeSize, name: 'encoder', activation: 'relu' })
  const decoder = tf.layers.dense({ units: inputDim, name: 'decoder', activation: 'sigmoid' })
  const chain = decoder.apply(encoder.apply(input))
  if (!(chain instanceof tf.SymbolicTensor)) throw new Error('one layer, one output')
  const model = tf.model({ inputs: [input], outputs: [chain] })
  const both = withCode(model)
  const loss = (images: tf.Tensor2D) => {
    const outputs = both.apply(images)
    if (!Array.isArray(outputs)) throw new Error('two outputs')
    const [output, code] = outputs
    if (!(output instanceof tf.Tensor) || !(code instanceof tf.Tensor)) throw new Error('tensors')
    const squares = tf.squaredDifference(output, images)
    return tf.add(tf.mean(squares), tf.mul(tf.mean(code), beta))
  }
  return { model, loss: (images: tf.Tensor2D) => tf.tidy(() => loss(images)) }
}
