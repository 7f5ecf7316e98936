import * as tf from '@tensorflow/tfjs'
import type { Reconstruction } from '#solutions/sparse-autoencoders/applyAutoencoder.ts'

/** The penalty summed over the units, then the mean over images. */
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
    const loss = error.mean().add<tf.Scalar>(code.sum(1).mean().mul(beta))
    return { output, loss }
  })
}
