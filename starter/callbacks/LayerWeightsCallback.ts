import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from './logs.ts'

/**
 * Watches the kernel of one layer while a model trains. At the end of every epoch it appends
 *
 *     mean = sum of w / n                       to `meanPerEpoch`
 *     std  = sqrt(sum of (w - mean)^2 / n)      to `stdPerEpoch`
 *
 * over all n entries w of the layer's kernel as it is then. The bias has no part in it. The division is
 * by n (population), not by n - 1 (sample).
 */
export class LayerWeightsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []

  /** @param layerName name of a layer of `model` that has a kernel: dense or convolutional. */
  constructor(model: tf.LayersModel, layerName: string) {
    super()
    throw new Error(
      'TODO LayerWeightsCallback.constructor: keep what you need to find the layer again',
    )
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    throw new Error(
      'TODO LayerWeightsCallback.onEpochEnd: two numbers from the kernel of the layer',
    )
  }
}
