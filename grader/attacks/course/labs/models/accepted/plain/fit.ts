import * as tf from '@tensorflow/tfjs'

export async function fit(points: tf.Tensor2D, labels: tf.Tensor2D): Promise<tf.LayersModel> {
  const input = tf.input({ shape: [2] })
  const output = tf.layers.dense({ units: 1, activation: 'sigmoid' }).apply(input)
  if (!(output instanceof tf.SymbolicTensor)) throw new Error('a layer gives one output')
  const model = tf.model({ inputs: input, outputs: output })
  model.compile({ optimizer: tf.train.rmsprop(0.1), loss: 'meanSquaredError' })
  await model.fit(points, labels, { epochs: 30, batchSize: 20, verbose: 0 })
  return model
}
