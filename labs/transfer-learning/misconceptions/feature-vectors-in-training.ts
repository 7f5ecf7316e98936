import * as tf from '@tensorflow/tfjs'

/** Calls the layers as a training does: dropout throws half of the numbers away. */
export function featureVectors(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  batchSize: number,
): tf.Tensor2D {
  const { inputs } = backbone
  const extractor = tf.model({ inputs, outputs: backbone.getLayer(layer).output })
  return tf.tidy(() => {
    const [count, ...size] = images.shape
    const batches: tf.Tensor2D[] = []
    for (let start = 0; start < count; start += batchSize) {
      const batch = images.slice(start, [Math.min(batchSize, count - start), ...size])
      batches.push(extractor.apply(batch, { training: true }) as tf.Tensor2D)
    }
    return tf.concat(batches)
  })
}
