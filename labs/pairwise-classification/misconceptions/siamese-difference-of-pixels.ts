import * as tf from '@tensorflow/tfjs'
import { AbsoluteDifference } from 'gradus/layers'
import { connect } from '#solutions/pairwise-classification/connect.ts'

/** Takes the images from each other and reads what is left: as many parameters, but nothing is shared. */
export function buildSiameseModel(inputDim: number): tf.LayersModel {
  const dense = (name: string) => tf.layers.dense({ units: 100, activation: 'relu', name })
  const image0 = tf.input({ shape: [inputDim], name: 'input_img0' })
  const image1 = tf.input({ shape: [inputDim], name: 'input_img1' })
  const difference = connect(new AbsoluteDifference({ name: 'difference' }), image0, image1)
  const code = connect(dense('layer1_shared'), difference)
  const output = tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'output' })
  const outputs = connect(output, connect(dense('layer2_common'), code))
  return tf.model({ inputs: [image0, image1], outputs })
}
