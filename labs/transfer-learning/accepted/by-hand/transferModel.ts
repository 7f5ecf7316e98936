import * as tf from '@tensorflow/tfjs'

/** The layers applied one after the other to an input of the model's own. */
export function transferModel(
  backbone: tf.LayersModel,
  layer: string,
  options: { trainable: boolean; denseSize: number; classes: number },
): tf.LayersModel {
  const [, ...size] = backbone.inputs[0]?.shape ?? []
  const input = tf.input({ shape: size })
  let value = input
  for (const each of backbone.layers) {
    if (each.getClassName() === 'InputLayer') continue
    each.trainable = options.trainable
    value = each.apply(value) as tf.SymbolicTensor
    if (each.name === layer) break
  }
  for (const [units, activation] of [
    [options.denseSize, 'relu'],
    [options.classes, 'softmax'],
  ] as const) {
    value = tf.layers.dense({ units }).apply(value) as tf.SymbolicTensor
    value = tf.layers.activation({ activation }).apply(value) as tf.SymbolicTensor
  }
  const model = tf.model({ inputs: input, outputs: value })
  model.compile({ optimizer: tf.train.adam(0.001), loss: tf.metrics.categoricalCrossentropy })
  return model
}
