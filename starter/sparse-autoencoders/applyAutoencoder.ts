import * as tf from '@tensorflow/tfjs'

export interface Reconstruction {
  /** [m, n], float32, every number in (0, 1). */
  readonly output: tf.Tensor2D
  /** float32, shape []. */
  readonly loss: tf.Scalar
}

/**
 * A sparse autoencoder, written by hand:
 *
 *     code   = relu(images We + be)
 *     output = sigmoid(code Wd + bd)
 *     loss   = mean((images - output)^2) + beta * mean(code)
 *
 * Both means are over all entries: the first over the m * n pixels, the second over the m * c
 * activations. No layers and no model here, only tensors.
 *
 * @param images [m, n]: m images of n pixels in [0, 1].
 * @param encoderWeights We, [n, c]: one column for each of the c units.
 * @param encoderBias be, [c].
 * @param decoderWeights Wd, [c, n]: one row for each unit, not tied to We.
 * @param decoderBias bd, [n].
 * @param beta weight of the sparsity penalty, at least 0.
 * @returns the reconstructed images and the loss. The inputs are neither changed nor disposed.
 */
export function applyAutoencoder(
  images: tf.Tensor2D,
  encoderWeights: tf.Tensor2D,
  encoderBias: tf.Tensor1D,
  decoderWeights: tf.Tensor2D,
  decoderBias: tf.Tensor1D,
  beta = 0.05,
): Reconstruction {
  throw new Error('TODO applyAutoencoder: encode, decode, compare with the images, add the penalty')
}
