import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from '#solutions/callbacks/logs.ts'
import { statistics } from '#solutions/callbacks/statistics.ts'

/** Watches what goes into the layer. */
export class ActivationsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []
  readonly #upToLayer: tf.LayersModel
  readonly #X: tf.Tensor

  constructor(model: tf.LayersModel, layerName: string, X: tf.Tensor) {
    super()
    const { input } = model.getLayer(layerName)
    this.#upToLayer = tf.model({ inputs: model.inputs, outputs: input })
    this.#X = X
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    const input = this.#upToLayer.predict(this.#X)
    if (!(input instanceof tf.Tensor)) throw new TypeError('the layer has several inputs')
    const { mean, std } = await statistics(input)
    this.meanPerEpoch.push(mean)
    this.stdPerEpoch.push(std)
  }
}
