import * as tf from '@tensorflow/tfjs'

/** A weight for each example, from a matrix product with the labels; then an ordinary weighted sum. */
export function weightedCategoricalCrossentropy(weights: number[]) {
  const column = tf.tensor2d(weights.map((weight) => [weight]))
  return (yTrue: tf.Tensor, yPred: tf.Tensor): tf.Scalar => {
    const ofExample = tf
      .matMul(yTrue.as2D(yTrue.shape[0] ?? 1, weights.length), column)
      .squeeze([1])
    const p = tf.maximum(1e-7, tf.minimum(yPred, 1 - 1e-7))
    const surprise = tf.sum(tf.mul(yTrue, tf.neg(tf.log(p))), 1)
    return tf.mean(tf.mul(ofExample, surprise)).asScalar()
  }
}
