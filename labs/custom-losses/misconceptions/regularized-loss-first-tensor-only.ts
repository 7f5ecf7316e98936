import type * as tf from '@tensorflow/tfjs'
import { regularizedLoss as right } from '#solutions/custom-losses/regularizedLoss.ts'

/** Only the first of the tensors counts. */
export function regularizedLoss(weights: tf.Tensor[], l1: number, l2: number): tf.Scalar {
  return right(weights.slice(0, 1), l1, l2)
}
