import * as tf from '@tensorflow/tfjs'
import type { HeadOptions } from '#solutions/transfer-learning/transferModel.ts'

/** Freezes when the model has already decided what to train. */
export function transferModel(
  backbone: tf.LayersModel,
  layer: string,
  { trainable, denseSize, classes }: HeadOptions,
): tf.LayersModel {
  const features = backbone.getLayer(layer).output as tf.SymbolicTensor
  const dense = tf.layers.dense({ units: denseSize, activation: 'relu' }).apply(features)
  const output = tf.layers.dense({ units: classes, activation: 'softmax' }).apply(dense)
  const model = tf.model({ inputs: backbone.inputs, outputs: output as tf.SymbolicTensor })
  for (const each of backbone.layers) each.trainable = !trainable
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' })
  for (const each of backbone.layers) each.trainable = trainable
  return model
}
