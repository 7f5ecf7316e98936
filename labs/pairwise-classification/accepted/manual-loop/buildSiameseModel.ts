import * as tf from '@tensorflow/tfjs'
import { AbsoluteDifference } from 'gradus/layers'
import { denseRelu, probability } from './connected.js'

export function buildSiameseModel(inputDim: number) {
  const inputs = [0, 1].map((i) => tf.input({ shape: [inputDim], name: `input_img${i}` }))
  const branch = denseRelu('layer1_shared')
  const codes = inputs.map((input) => branch(input))
  const layer = new AbsoluteDifference({ name: 'difference' })
  const difference = layer.apply(codes) as tf.SymbolicTensor
  return tf.model({ inputs, outputs: probability(denseRelu('layer2_common')(difference)) })
}
