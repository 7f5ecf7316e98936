import * as tf from '@tensorflow/tfjs'

/** Leaves the mean to the caller, as a custom loss in Keras may. */
export function weightedCategoricalCrossentropy(weights: number[]) {
  return (yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor =>
    tf.tidy(() => {
      const logs = yPred.clipByValue(1e-7, 1 - 1e-7).log()
      return yTrue.mul(logs).mul(tf.tensor1d(weights)).sum(-1).neg()
    })
}
