import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from '#solutions/callbacks/logs.ts'
import { statistics } from '#solutions/callbacks/statistics.ts'

/** Reads the kernel when it is made, and never again. */
export class LayerWeightsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []
  readonly #kernel: tf.Tensor

  constructor(model: tf.LayersModel, layerName: string) {
    super()
    const [kernel = tf.scalar(Number.NaN)] = model.getLayer(layerName).getWeights()
    this.#kernel = kernel.clone()
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    const { mean, std } = await statistics(this.#kernel)
    this.meanPerEpoch.push(mean)
    this.stdPerEpoch.push(std)
  }
}
