import * as tf from '@tensorflow/tfjs'

/** Adds the weights up as they are: negative ones lower the penalty. */
export function regularizedLoss(weights: tf.Tensor[], l1: number, l2: number): tf.Scalar {
  return tf.tidy(() => {
    const penalties = weights.map((w) => w.sum().mul(l1).add(w.square().sum().mul(l2)))
    return tf.addN(penalties).asScalar()
  })
}
