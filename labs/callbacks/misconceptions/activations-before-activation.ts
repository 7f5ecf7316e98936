import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from '#solutions/callbacks/logs.ts'
import { statistics } from '#solutions/callbacks/statistics.ts'

/** Multiplies by the kernel and adds the bias, and forgets the activation. */
export class ActivationsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []
  readonly #network: tf.LayersModel
  readonly #layer: tf.layers.Layer
  readonly #X: tf.Tensor

  constructor(model: tf.LayersModel, layerName: string, X: tf.Tensor) {
    super()
    this.#network = model
    this.#layer = model.getLayer(layerName)
    this.#X = X
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    let values = this.#X
    for (const layer of this.#network.layers) {
      if (layer === this.#layer) break
      if (layer.getClassName() === 'InputLayer') continue
      const output = layer.apply(values)
      if (output instanceof tf.Tensor) values = output
    }
    const [kernel = tf.scalar(0), bias = tf.scalar(0)] = this.#layer.getWeights()
    const { mean, std } = await statistics(values.dot(kernel).add(bias))
    this.meanPerEpoch.push(mean)
    this.stdPerEpoch.push(std)
  }
}
