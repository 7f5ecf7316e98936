import * as tf from '@tensorflow/tfjs'

/** Freezes the backbone as a whole, which freezes its weights and not its layers. */
export function transferModel(
  backbone: tf.LayersModel,
  layer: string,
  { trainable, denseSize, classes }: { trainable: boolean; denseSize: number; classes: number },
): tf.LayersModel {
  backbone.trainable = trainable
  const head = [
    tf.layers.dense({ units: denseSize, activation: 'relu', kernelInitializer: 'heNormal' }),
    tf.layers.dense({ units: classes, activation: 'softmax' }),
  ]
  const output = head.reduce(
    (value, each) => each.apply(value) as tf.SymbolicTensor,
    backbone.getLayer(layer).output as tf.SymbolicTensor,
  )
  const model = tf.model({ inputs: backbone.inputs, outputs: [output] })
  model.compile({ optimizer: tf.train.adam(), loss: ['categoricalCrossentropy'] })
  return model
}
