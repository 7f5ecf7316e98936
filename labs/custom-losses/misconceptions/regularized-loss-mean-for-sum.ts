import * as tf from '@tensorflow/tfjs'

/** Averages over each tensor instead of adding up. */
export function regularizedLoss(weights: tf.Tensor[], l1: number, l2: number): tf.Scalar {
  return tf.tidy(() => {
    const penalties = weights.map((w) => w.abs().mean().mul(l1).add(w.square().mean().mul(l2)))
    return tf.addN(penalties).asScalar()
  })
}
