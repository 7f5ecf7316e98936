import type * as tf from '@tensorflow/tfjs'
import {
  fineTune as right,
  type Tuned,
  type Tuning,
} from '#solutions/transfer-learning/fineTune.ts'

/** Frees the caller's images. */
export async function fineTune(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  labels: number[],
  tuning: Tuning,
): Promise<Tuned> {
  const tuned = await right(backbone, layer, images, labels, tuning)
  images.dispose()
  return tuned
}
