import type * as tf from '@tensorflow/tfjs'
import { featureVectors as right } from '#solutions/transfer-learning/featureVectors.ts'

/** Frees the caller's images. */
export function featureVectors(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  batchSize: number,
): tf.Tensor2D {
  const features = right(backbone, layer, images, batchSize)
  images.dispose()
  return features
}
