import type * as tf from '@tensorflow/tfjs'
import { klSparsity as right } from '#solutions/sparse-autoencoders/klSparsity.ts'

/** Disposes of the caller's activations. */
export function klSparsity(meanActivations: tf.Tensor1D, rho: number): tf.Scalar {
  const penalty = right(meanActivations, rho)
  meanActivations.dispose()
  return penalty
}
