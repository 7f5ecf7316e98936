import * as tf from '@tensorflow/tfjs'

/**
 * The penalty of an elastic net, by hand and over all tensors together:
 *
 *     l1 * sum(|w|) + l2 * sum(w^2)
 *
 * Written with operations on tensors, so that TensorFlow.js can differentiate it; its gradient for a weight
 * w other than 0 is l1 * sign(w) + 2 * l2 * w.
 *
 * @param weights one or more float32 tensors of any shapes; neither changed nor disposed.
 * @param l1 factor of the absolute values, at least 0.
 * @param l2 factor of the squares, at least 0.
 * @returns a scalar, float32.
 */
export function regularizedLoss(weights: tf.Tensor[], l1: number, l2: number): tf.Scalar {
  // solution: sum what each tensor adds
  return tf.tidy(() => {
    const penalties = weights.map((w) => w.abs().sum().mul(l1).add(w.square().sum().mul(l2)))
    return tf.addN(penalties).asScalar()
  })
  // end solution
}
