import type * as tf from '@tensorflow/tfjs'
import type {
  TrainedAutoencoder,
  TrainingOptions,
} from '#solutions/sparse-autoencoders/trainSparseAutoencoder.ts'
import { wrongTraining } from '../hidden/wrong-autoencoder.ts'

/** Computes losses and never takes a step. */
export function trainSparseAutoencoder(
  images: tf.Tensor2D,
  options: TrainingOptions,
): Promise<TrainedAutoencoder> {
  return wrongTraining(images, options, { updates: false })
}
