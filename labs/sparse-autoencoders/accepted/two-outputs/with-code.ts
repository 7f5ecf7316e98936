import * as tf from '@tensorflow/tfjs'

/** A model with the same layers and two outputs: the reconstruction and the code. */
export function withCode(model: tf.LayersModel): tf.LayersModel {
  const { output: code } = model.getLayer('encoder')
  return tf.model({ inputs: model.inputs, outputs: [...model.outputs, code].flat() })
}
