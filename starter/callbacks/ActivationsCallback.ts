import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from './logs.ts'

/**
 * Watches what one layer answers while a model trains. At the end of every epoch it appends the mean and
 * the population standard deviation of the layer's output for `X`, over all examples and all units, to
 * `meanPerEpoch` and `stdPerEpoch`. The output is what the layer hands on, after its activation.
 */
export class ActivationsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []

  /**
   * @param layerName name of a layer of `model`.
   * @param X [n, ...input shape]: the examples. They belong to the caller and are used in every epoch.
   */
  constructor(model: tf.LayersModel, layerName: string, X: tf.Tensor) {
    super()
    throw new Error(
      "TODO ActivationsCallback.constructor: a way from the model's input to the output of that layer",
    )
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    throw new Error('TODO ActivationsCallback.onEpochEnd: two numbers from the output of the layer')
  }
}
