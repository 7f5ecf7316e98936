import * as tf from '@tensorflow/tfjs'
import { AbsoluteDifference } from 'gradus/layers'
import { connect } from '#solutions/pairwise-classification/connect.ts'

/** Each image has a layer of its own, made alike and trained apart. */
export function buildSiameseModel(inputDim: number): tf.LayersModel {
  const dense = (name: string) => tf.layers.dense({ units: 100, activation: 'relu', name })
  const image0 = tf.input({ shape: [inputDim], name: 'input_img0' })
  const image1 = tf.input({ shape: [inputDim], name: 'input_img1' })
  const difference = connect(
    new AbsoluteDifference({ name: 'difference' }),
    connect(dense('layer1_shared'), image0),
    connect(dense('layer1_shared_too'), image1),
  )
  const output = tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'output' })
  const outputs = connect(output, connect(dense('layer2_common'), difference))
  return tf.model({ inputs: [image0, image1], outputs })
}
