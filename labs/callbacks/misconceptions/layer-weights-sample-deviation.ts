import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from '#solutions/callbacks/logs.ts'

/** Divides by n - 1. */
export class LayerWeightsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []
  readonly #layer: tf.layers.Layer

  constructor(model: tf.LayersModel, layerName: string) {
    super()
    this.#layer = model.getLayer(layerName)
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    const values = Array.from(this.#layer.getWeights()[0]?.dataSync() ?? [])
    const mean = values.reduce((sum, w) => sum + w, 0) / values.length
    const squares = values.reduce((sum, w) => sum + (w - mean) ** 2, 0)
    this.meanPerEpoch.push(mean)
    this.stdPerEpoch.push(Math.sqrt(squares / (values.length - 1)))
  }
}
