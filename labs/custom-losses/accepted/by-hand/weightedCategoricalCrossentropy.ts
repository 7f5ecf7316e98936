import * as tf from '@tensorflow/tfjs'

/** The formula from left to right: minus, a sum over everything, divided by the number of rows. */
export function weightedCategoricalCrossentropy(weights: number[]) {
  return function loss(yTrue: tf.Tensor, yPred: tf.Tensor) {
    const [examples = 1] = yTrue.shape
    const logs = tf.log(tf.clipByValue(yPred, 1e-7, 1 - 1e-7))
    const priced = tf.mul(yTrue, weights)
    return tf.neg(tf.div(tf.sum(tf.mul(priced, logs)), examples)).asScalar()
  }
}
