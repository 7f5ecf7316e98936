import * as tf from '@tensorflow/tfjs'
import { connect } from '#solutions/pairwise-classification/connect.ts'

/** The layer is shared, but the two codes are laid end to end: the order of the images still matters. */
export function buildSiameseModel(inputDim: number): tf.LayersModel {
  const dense = (name: string) => tf.layers.dense({ units: 100, activation: 'relu', name })
  const image0 = tf.input({ shape: [inputDim], name: 'input_img0' })
  const image1 = tf.input({ shape: [inputDim], name: 'input_img1' })
  const shared = dense('layer1_shared')
  const both = connect(
    tf.layers.concatenate({ name: 'difference' }),
    connect(shared, image0),
    connect(shared, image1),
  )
  const output = tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'output' })
  const outputs = connect(output, connect(dense('layer2_common'), both))
  return tf.model({ inputs: [image0, image1], outputs })
}
