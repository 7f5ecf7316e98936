import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from '#solutions/callbacks/logs.ts'
import { statistics } from '#solutions/callbacks/statistics.ts'

/** Takes all weights of the layer together, the bias too. */
export class LayerWeightsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []
  readonly #layer: tf.layers.Layer

  constructor(model: tf.LayersModel, layerName: string) {
    super()
    this.#layer = model.getLayer(layerName)
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    const all = tf.concat(this.#layer.getWeights().map((weight) => weight.flatten()))
    const { mean, std } = await statistics(all)
    this.meanPerEpoch.push(mean)
    this.stdPerEpoch.push(std)
  }
}
