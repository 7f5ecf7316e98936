import * as tf from '@tensorflow/tfjs'
import type { HeadOptions } from '#solutions/transfer-learning/transferModel.ts'

/** A softmax of a softmax. */
export function transferModel(
  backbone: tf.LayersModel,
  layer: string,
  { trainable, denseSize, classes }: HeadOptions,
): tf.LayersModel {
  for (const each of backbone.layers) each.trainable = trainable
  const features = backbone.getLayer(layer).output as tf.SymbolicTensor
  const dense = tf.layers.dense({ units: denseSize, activation: 'relu' }).apply(features)
  const once = tf.layers.dense({ units: classes, activation: 'softmax' }).apply(dense)
  const output = tf.layers.softmax().apply(once)
  const model = tf.model({ inputs: backbone.inputs, outputs: output as tf.SymbolicTensor })
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' })
  return model
}
