import * as tf from '@tensorflow/tfjs'
import type { Loss } from '#solutions/custom-losses/weightedCategoricalCrossentropy.ts'

/** A weighted mean: divides by the weights of the batch, not by its size. */
export function weightedCategoricalCrossentropy(weights: number[]): Loss {
  return (yTrue, yPred) =>
    tf.tidy(() => {
      const logs = yPred.clipByValue(1e-7, 1 - 1e-7).log()
      const w = tf.tensor1d(weights)
      return yTrue.mul(logs).mul(w).sum().div(yTrue.mul(w).sum()).neg().asScalar()
    })
}
