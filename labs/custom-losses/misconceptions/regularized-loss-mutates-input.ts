import type * as tf from '@tensorflow/tfjs'
import { regularizedLoss as right } from '#solutions/custom-losses/regularizedLoss.ts'

/** Disposes of the caller's weights once they are counted. */
export function regularizedLoss(weights: tf.Tensor[], l1: number, l2: number): tf.Scalar {
  const penalty = right(weights, l1, l2)
  for (const weight of weights) weight.dispose()
  return penalty
}
