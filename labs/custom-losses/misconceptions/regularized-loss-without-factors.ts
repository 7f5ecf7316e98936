import * as tf from '@tensorflow/tfjs'

/** The two sums, whatever their factors. */
export function regularizedLoss(weights: tf.Tensor[]): tf.Scalar {
  return tf.tidy(() => tf.addN(weights.map((w) => w.abs().sum().add(w.square().sum()))).asScalar())
}
