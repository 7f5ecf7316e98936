import * as tf from '@tensorflow/tfjs'
import type { Loss } from '#solutions/custom-losses/weightedCategoricalCrossentropy.ts'

/** Averages over examples and classes at once. */
export function weightedCategoricalCrossentropy(weights: number[]): Loss {
  return (yTrue, yPred) =>
    tf.tidy(() => {
      const logs = yPred.clipByValue(1e-7, 1 - 1e-7).log()
      return yTrue.mul(logs).mul(tf.tensor1d(weights)).mean().neg().asScalar()
    })
}
