import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from './logs.ts'

/**
 * Measures how much of the error reaches each layer. At the end of every epoch it appends to
 * `normPerEpoch` a record with one entry for each layer that has weights, by name:
 *
 *     norm = sqrt(sum of g^2 over all entries of the layer's kernel and bias)
 *
 * where g is the derivative of the loss by that entry, and the loss is the categorical cross-entropy
 * averaged over the examples: -(1/m) * sum over i, j of Y[i, j] * log(P[i, j]) with P = model(X).
 * No weight is changed.
 */
export class GradientNormCallback extends tf.Callback {
  readonly normPerEpoch: Record<string, number>[] = []

  /**
   * @param model ends in a softmax.
   * @param X [m, ...input shape]: the examples the loss is taken over.
   * @param Y [m, classes]: their labels, one-hot. Both belong to the caller.
   */
  constructor(model: tf.LayersModel, X: tf.Tensor, Y: tf.Tensor) {
    super()
    throw new Error('TODO GradientNormCallback.constructor: keep what you need to compute the loss')
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    throw new Error(
      'TODO GradientNormCallback.onEpochEnd: the gradient of the loss, then one norm for each layer',
    )
  }
}
