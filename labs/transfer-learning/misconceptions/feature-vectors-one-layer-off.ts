import type * as tf from '@tensorflow/tfjs'
import { featureVectors as right } from '#solutions/transfer-learning/featureVectors.ts'

/** Counts layers from the end, as if only the last one came after the features. */
export function featureVectors(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  batchSize: number,
): tf.Tensor2D {
  const penultimate = backbone.layers.at(-2)?.name ?? layer
  return right(backbone, penultimate, images, batchSize)
}
