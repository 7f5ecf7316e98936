import * as tf from '@tensorflow/tfjs'
import { denseRelu, probability } from './connected.js'

export function buildPairModel(inputDim: number) {
  const inputs = [0, 1].map((i) => tf.input({ shape: [inputDim], name: `input_img${i}` }))
  const codes = inputs.map((input, i) => denseRelu(`layer1_img${i}`)(input))
  const both = tf.layers.concatenate({ name: 'concat', axis: 1 }).apply(codes) as tf.SymbolicTensor
  return tf.model({ inputs, outputs: probability(denseRelu('layer2_common')(both)) })
}
