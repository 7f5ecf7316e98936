import type * as tf from '@tensorflow/tfjs'
import { buildSparseAutoencoder } from '#solutions/sparse-autoencoders/buildSparseAutoencoder.ts'
import type {
  TrainedAutoencoder,
  TrainingOptions,
} from '#solutions/sparse-autoencoders/trainSparseAutoencoder.ts'

/** The model as it is made, untrained. */
export async function trainSparseAutoencoder(
  images: tf.Tensor2D,
  { codeSize, beta, epochs }: TrainingOptions,
): Promise<TrainedAutoencoder> {
  const { model, loss } = buildSparseAutoencoder(images.shape[1], codeSize, beta)
  const [value = Number.NaN] = await loss(images).data()
  return { model, history: { loss: Array.from({ length: epochs }, () => value) } }
}
