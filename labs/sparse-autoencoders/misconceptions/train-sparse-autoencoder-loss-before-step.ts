import type * as tf from '@tensorflow/tfjs'
import type {
  TrainedAutoencoder,
  TrainingOptions,
} from '#solutions/sparse-autoencoders/trainSparseAutoencoder.ts'
import { wrongTraining } from '../hidden/wrong-autoencoder.ts'

/** Reports the mean over the batches, each measured before its step. */
export function trainSparseAutoencoder(
  images: tf.Tensor2D,
  options: TrainingOptions,
): Promise<TrainedAutoencoder> {
  return wrongTraining(images, options, { report: 'before-step' })
}
