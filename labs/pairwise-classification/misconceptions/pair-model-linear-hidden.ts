import * as tf from '@tensorflow/tfjs'
import { connect } from '#solutions/pairwise-classification/connect.ts'

/** No activation in the hidden layers: three linear layers make one linear layer. */
export function buildPairModel(inputDim: number): tf.LayersModel {
  const dense = (name: string) => tf.layers.dense({ units: 100, name })
  const image0 = tf.input({ shape: [inputDim], name: 'input_img0' })
  const image1 = tf.input({ shape: [inputDim], name: 'input_img1' })
  const both = connect(
    tf.layers.concatenate({ name: 'concat' }),
    connect(dense('layer1_img0'), image0),
    connect(dense('layer1_img1'), image1),
  )
  const output = tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'output' })
  const outputs = connect(output, connect(dense('layer2_common'), both))
  return tf.model({ inputs: [image0, image1], outputs })
}
