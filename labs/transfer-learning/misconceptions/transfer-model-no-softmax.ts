import * as tf from '@tensorflow/tfjs'
import type { HeadOptions } from '#solutions/transfer-learning/transferModel.ts'

/** Logits. */
export function transferModel(
  backbone: tf.LayersModel,
  layer: string,
  { trainable, denseSize, classes }: HeadOptions,
): tf.LayersModel {
  for (const each of backbone.layers) each.trainable = trainable
  const features = backbone.getLayer(layer).output as tf.SymbolicTensor
  const dense = tf.layers.dense({ units: denseSize, activation: 'relu' }).apply(features)
  const output = tf.layers.dense({ units: classes }).apply(dense)
  const model = tf.model({ inputs: backbone.inputs, outputs: output as tf.SymbolicTensor })
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' })
  return model
}
