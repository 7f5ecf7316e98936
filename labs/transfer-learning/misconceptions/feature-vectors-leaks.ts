import * as tf from '@tensorflow/tfjs'

/** Frees neither the slices nor the features of a batch. */
export function featureVectors(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  batchSize: number,
): tf.Tensor2D {
  const { inputs } = backbone
  const extractor = tf.model({ inputs, outputs: backbone.getLayer(layer).output })
  const [count, ...size] = images.shape
  const batches: tf.Tensor2D[] = []
  for (let start = 0; start < count; start += batchSize) {
    const batch = images.slice(start, [Math.min(batchSize, count - start), ...size])
    batches.push(extractor.predict(batch) as tf.Tensor2D)
  }
  return tf.concat(batches)
}
