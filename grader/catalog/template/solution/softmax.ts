import * as tf from '@tensorflow/tfjs'

/**
 * Turns the logits of each example into probabilities:
 *
 *     p[i, j] = exp(z[i, j]) / sum over k of exp(z[i, k])
 *
 * Do not call `tf.softmax`: it is what you are building.
 *
 * @param logits [m, c]: one row per example, one column per class. Left as they are.
 * @returns [m, c], float32: every row adds up to 1.
 */
export function softmax(logits: tf.Tensor2D): tf.Tensor2D {
  // solution: exponentials of each row, divided by their sum
  return tf.tidy(() => {
    // the largest logit is taken away first, so that no exponential overflows
    const exponentials = logits.sub(logits.max(1, true)).exp()
    return exponentials.div<tf.Tensor2D>(exponentials.sum(1, true))
  })
  // end solution
}
