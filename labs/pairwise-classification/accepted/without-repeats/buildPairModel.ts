import * as tf from '@tensorflow/tfjs'

/** Compiled at once, with initial weights made for relu. */
export async function buildPairModel(inputDim: number): Promise<tf.LayersModel> {
  const dense = (name: string, units: number, activation: 'relu' | 'sigmoid') =>
    tf.layers.dense({ name, units, activation, kernelInitializer: 'heNormal' })
  const first = tf.layers.input({ shape: [inputDim], name: 'input_img0', dtype: 'float32' })
  const second = tf.layers.input({ shape: [inputDim], name: 'input_img1', dtype: 'float32' })
  const codes = [
    dense('layer1_img0', 100, 'relu').apply(first) as tf.SymbolicTensor,
    dense('layer1_img1', 100, 'relu').apply(second) as tf.SymbolicTensor,
  ]
  let tensor = tf.layers.concatenate({ name: 'concat' }).apply(codes)
  tensor = dense('layer2_common', 100, 'relu').apply(tensor)
  tensor = dense('output', 1, 'sigmoid').apply(tensor)
  const model = tf.model({ inputs: [first, second], outputs: tensor as tf.SymbolicTensor })
  model.compile({ optimizer: tf.train.adam(), loss: 'binaryCrossentropy', metrics: ['accuracy'] })
  return model
}
