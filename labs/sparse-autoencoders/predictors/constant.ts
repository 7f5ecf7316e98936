import * as tf from '@tensorflow/tfjs'
import { buildSparseAutoencoder } from '#solutions/sparse-autoencoders/buildSparseAutoencoder.ts'
import type {
  TrainedAutoencoder,
  TrainingOptions,
} from '#solutions/sparse-autoencoders/trainSparseAutoencoder.ts'

/** Learns nothing but the mean image: every unit is dead, and the decoder's bias shows it always. */
export async function trainSparseAutoencoder(
  images: tf.Tensor2D,
  { codeSize, beta, epochs }: TrainingOptions,
): Promise<TrainedAutoencoder> {
  const { model, loss } = buildSparseAutoencoder(images.shape[1], codeSize, beta)
  const [encoder, silence, decoder] = model.getWeights()
  if (encoder === undefined || silence === undefined || decoder === undefined) {
    throw new TypeError('two dense layers have four weights')
  }
  const mean = images.mean(0).clipByValue(1e-6, 1 - 1e-6)
  const logit = mean.div(tf.sub(1, mean)).log()
  model.setWeights([tf.zerosLike(encoder), silence, decoder, logit])
  const [value = Number.NaN] = await loss(images).data()
  return { model, history: { loss: Array.from({ length: epochs }, () => value) } }
}
