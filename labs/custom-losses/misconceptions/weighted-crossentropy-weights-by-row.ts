import * as tf from '@tensorflow/tfjs'
import type { Loss } from '#solutions/custom-losses/weightedCategoricalCrossentropy.ts'

/** The weights multiply rows: a weight for each example. */
export function weightedCategoricalCrossentropy(weights: number[]): Loss {
  return (yTrue, yPred) =>
    tf.tidy(() => {
      const logs = yPred.clipByValue(1e-7, 1 - 1e-7).log()
      const byRow = tf.tensor2d(weights, [weights.length, 1])
      return yTrue.mul(logs).mul(byRow).sum(-1).mean().neg().asScalar()
    })
}
