import * as tf from '@tensorflow/tfjs'

/** Sums over the examples instead of the classes. */
export function softmax(logits: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const exponentials = logits.sub(logits.max(0, true)).exp()
    return exponentials.div<tf.Tensor2D>(exponentials.sum(0, true))
  })
}
