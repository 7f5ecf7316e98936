import type * as tf from '@tensorflow/tfjs'
import { featureVectors as right } from '#solutions/transfer-learning/featureVectors.ts'

/** What the network says of its own classes. */
export function featureVectors(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  batchSize: number,
): tf.Tensor2D {
  const last = backbone.layers.at(-1)?.name ?? layer
  return right(backbone, last, images, batchSize)
}
