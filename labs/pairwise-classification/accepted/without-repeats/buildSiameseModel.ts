import * as tf from '@tensorflow/tfjs'
import { AbsoluteDifference } from 'gradus/layers'

export async function buildSiameseModel(inputDim: number): Promise<tf.LayersModel> {
  const branch = tf.layers.dense({ name: 'layer1_shared', units: 100, activation: 'relu' })
  const [a, b] = ['input_img0', 'input_img1'].map((name) => {
    const input = tf.input({ name, shape: [inputDim] })
    return { input, code: branch.apply(input) as tf.SymbolicTensor }
  })
  if (a === undefined || b === undefined) throw new Error('two inputs')
  // The second image first: a distance does not mind.
  let tensor = new AbsoluteDifference({ name: 'difference' }).apply([b.code, a.code])
  tensor = tf.layers.dense({ name: 'layer2_common', units: 100, activation: 'relu' }).apply(tensor)
  tensor = tf.layers.dense({ name: 'output', units: 1, activation: 'sigmoid' }).apply(tensor)
  const model = tf.model({ inputs: [a.input, b.input], outputs: tensor as tf.SymbolicTensor })
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] })
  return model
}
