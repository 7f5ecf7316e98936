import type * as tf from '@tensorflow/tfjs'
import type {
  TrainedAutoencoder,
  TrainingOptions,
} from '#solutions/sparse-autoencoders/trainSparseAutoencoder.ts'
import { wrongTraining } from '../hidden/wrong-autoencoder.ts'

/** Sums the penalty over the units: beta counts codeSize times. */
export function trainSparseAutoencoder(
  images: tf.Tensor2D,
  options: TrainingOptions,
): Promise<TrainedAutoencoder> {
  return wrongTraining(images, options, { penalty: 'sum-of-units' })
}
