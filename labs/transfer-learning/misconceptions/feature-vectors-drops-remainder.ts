import * as tf from '@tensorflow/tfjs'
import { featureVectors as right } from '#solutions/transfer-learning/featureVectors.ts'

/** Only whole batches. */
export function featureVectors(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  batchSize: number,
): tf.Tensor2D {
  return tf.tidy(() => {
    const whole = images.shape[0] - (images.shape[0] % batchSize)
    const [, height, width, channels] = images.shape
    if (whole === 0) return right(backbone, layer, images, batchSize).slice(0, 0)
    return right(backbone, layer, images.slice(0, [whole, height, width, channels]), batchSize)
  })
}
