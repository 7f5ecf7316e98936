import * as tf from '@tensorflow/tfjs'
import type { Loss } from '#solutions/custom-losses/weightedCategoricalCrossentropy.ts'

/** The logarithm of 0 is minus infinity, and 0 times that is no number. */
export function weightedCategoricalCrossentropy(weights: number[]): Loss {
  return (yTrue, yPred) =>
    tf.tidy(() => yTrue.mul(yPred.log()).mul(tf.tensor1d(weights)).sum(-1).mean().neg().asScalar())
}
