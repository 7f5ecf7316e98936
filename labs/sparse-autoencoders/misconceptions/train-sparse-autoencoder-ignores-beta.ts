import type * as tf from '@tensorflow/tfjs'
import type {
  TrainedAutoencoder,
  TrainingOptions,
} from '#solutions/sparse-autoencoders/trainSparseAutoencoder.ts'
import { wrongTraining } from '../hidden/wrong-autoencoder.ts'

/** Minimises the squared error alone. */
export function trainSparseAutoencoder(
  images: tf.Tensor2D,
  options: TrainingOptions,
): Promise<TrainedAutoencoder> {
  return wrongTraining(images, options, { penalty: 'none' })
}
