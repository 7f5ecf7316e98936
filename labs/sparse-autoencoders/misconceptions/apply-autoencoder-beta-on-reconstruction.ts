import * as tf from '@tensorflow/tfjs'
import type { Reconstruction } from '#solutions/sparse-autoencoders/applyAutoencoder.ts'

/** Beta times the squared error, and the mean activation as it is. */
export function applyAutoencoder(
  images: tf.Tensor2D,
  encoderWeights: tf.Tensor2D,
  encoderBias: tf.Tensor1D,
  decoderWeights: tf.Tensor2D,
  decoderBias: tf.Tensor1D,
  beta = 0.05,
): Reconstruction {
  return tf.tidy(() => {
    const code = images.matMul(encoderWeights).add(encoderBias).relu()
    const output = code.matMul(decoderWeights).add<tf.Tensor2D>(decoderBias).sigmoid()
    const error = images.sub(output).square()
    const loss = error.mean().mul(beta).add<tf.Scalar>(code.mean())
    return { output, loss }
  })
}
