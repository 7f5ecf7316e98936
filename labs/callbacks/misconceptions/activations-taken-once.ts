import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from '#solutions/callbacks/logs.ts'
import { statistics } from '#solutions/callbacks/statistics.ts'

/** Asks the layer when the callback is made, and never again. */
export class ActivationsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []
  readonly #output: tf.Tensor

  constructor(model: tf.LayersModel, layerName: string, X: tf.Tensor) {
    super()
    const { output } = model.getLayer(layerName)
    const answer = tf.model({ inputs: model.inputs, outputs: output }).predict(X)
    if (!(answer instanceof tf.Tensor)) throw new TypeError('the layer has several outputs')
    this.#output = answer
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    const { mean, std } = await statistics(this.#output)
    this.meanPerEpoch.push(mean)
    this.stdPerEpoch.push(std)
  }
}
