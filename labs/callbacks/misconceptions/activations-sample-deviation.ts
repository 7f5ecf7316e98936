import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from '#solutions/callbacks/logs.ts'
import { statistics } from '#solutions/callbacks/statistics.ts'

/** Divides by n - 1. */
export class ActivationsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []
  readonly #upToLayer: tf.LayersModel
  readonly #X: tf.Tensor

  constructor(model: tf.LayersModel, layerName: string, X: tf.Tensor) {
    super()
    const { output } = model.getLayer(layerName)
    this.#upToLayer = tf.model({ inputs: model.inputs, outputs: output })
    this.#X = X
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    const output = this.#upToLayer.predict(this.#X)
    if (!(output instanceof tf.Tensor)) throw new TypeError('the layer has several outputs')
    const { mean, std } = await statistics(output)
    this.meanPerEpoch.push(mean)
    this.stdPerEpoch.push(std * Math.sqrt(output.size / (output.size - 1)))
  }
}
