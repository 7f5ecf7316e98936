import * as tf from '@tensorflow/tfjs'
import type { HeadOptions } from '#solutions/transfer-learning/transferModel.ts'

/** The layers of the backbone, with new random weights. */
export function transferModel(
  backbone: tf.LayersModel,
  layer: string,
  { trainable, denseSize, classes }: HeadOptions,
): tf.LayersModel {
  for (const each of backbone.layers) each.trainable = trainable
  const features = backbone.getLayer(layer).output as tf.SymbolicTensor
  const dense = tf.layers.dense({ units: denseSize, activation: 'relu' }).apply(features)
  const output = tf.layers.dense({ units: classes, activation: 'softmax' }).apply(dense)
  const model = tf.model({ inputs: backbone.inputs, outputs: output as tf.SymbolicTensor })
  const fresh = model.getWeights().map(({ shape }) => tf.randomNormal(shape, 0, 0.1))
  model.setWeights(fresh)
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' })
  return model
}
