import * as tf from '@tensorflow/tfjs'

/** The length of the vector, not its square. */
export function regularizedLoss(weights: tf.Tensor[], l1: number, l2: number): tf.Scalar {
  return tf.tidy(() => {
    const penalties = weights.map((w) => w.abs().sum().mul(l1).add(w.square().sum().sqrt().mul(l2)))
    return tf.addN(penalties).asScalar()
  })
}
