import type * as tf from '@tensorflow/tfjs'
import {
  type Reconstruction,
  applyAutoencoder as right,
} from '#solutions/sparse-autoencoders/applyAutoencoder.ts'

/** Disposes of the caller's images once they are encoded. */
export function applyAutoencoder(
  images: tf.Tensor2D,
  ...others: [tf.Tensor2D, tf.Tensor1D, tf.Tensor2D, tf.Tensor1D, number?]
): Reconstruction {
  const reconstruction = right(images, ...others)
  images.dispose()
  return reconstruction
}
