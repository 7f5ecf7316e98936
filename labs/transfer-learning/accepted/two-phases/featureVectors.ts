import * as tf from '@tensorflow/tfjs'

/** Leaves the batches to `predict`. */
export function featureVectors(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  batchSize: number,
) {
  const { output } = backbone.getLayer(layer)
  const shortened = tf.model({ inputs: backbone.input, outputs: output })
  return shortened.predict(images, { batchSize }) as tf.Tensor2D
}
