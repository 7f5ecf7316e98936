import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from '#solutions/callbacks/logs.ts'

/** The mean of the squares less the square of the mean: right on paper, not in float32. */
export class LayerWeightsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []
  readonly #layer: tf.layers.Layer

  constructor(model: tf.LayersModel, layerName: string) {
    super()
    this.#layer = model.getLayer(layerName)
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    const [kernel = tf.scalar(Number.NaN)] = this.#layer.getWeights()
    const mean = kernel.mean()
    const variance = kernel.square().mean().sub(mean.square())
    this.meanPerEpoch.push(mean.dataSync()[0] ?? 0)
    this.stdPerEpoch.push(variance.maximum(0).sqrt().dataSync()[0] ?? 0)
  }
}
