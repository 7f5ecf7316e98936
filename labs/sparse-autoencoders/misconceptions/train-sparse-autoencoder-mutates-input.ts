import type * as tf from '@tensorflow/tfjs'
import {
  trainSparseAutoencoder as right,
  type TrainedAutoencoder,
  type TrainingOptions,
} from '#solutions/sparse-autoencoders/trainSparseAutoencoder.ts'

/** Disposes of the caller's images once it has trained on them. */
export async function trainSparseAutoencoder(
  images: tf.Tensor2D,
  options: TrainingOptions,
): Promise<TrainedAutoencoder> {
  const trained = await right(images, options)
  images.dispose()
  return trained
}
