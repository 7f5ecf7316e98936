import * as tf from '@tensorflow/tfjs'
import { applyAutoencoder as right } from '#solutions/sparse-autoencoders/applyAutoencoder.ts'

/** Means over the last axis only: one loss for each image. */
export function applyAutoencoder(
  images: tf.Tensor2D,
  encoderWeights: tf.Tensor2D,
  encoderBias: tf.Tensor1D,
  decoderWeights: tf.Tensor2D,
  decoderBias: tf.Tensor1D,
  beta = 0.05,
): { output: tf.Tensor2D; loss: tf.Tensor1D } {
  return tf.tidy(() => {
    const code = images.matMul(encoderWeights).add(encoderBias).relu()
    const { output } = right(images, encoderWeights, encoderBias, decoderWeights, decoderBias)
    const error = images.sub(output).square().mean<tf.Tensor1D>(1)
    return { output, loss: error.add<tf.Tensor1D>(code.mean(1).mul(beta)) }
  })
}
