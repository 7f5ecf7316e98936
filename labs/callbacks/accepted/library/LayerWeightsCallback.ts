import * as tf from '@tensorflow/tfjs'
import { numberOf } from './answers.ts'

/** Statistics by tf.moments. */
export class LayerWeightsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []
  readonly #kernel: () => tf.Tensor

  constructor(model: tf.LayersModel, layerName: string) {
    super()
    this.#kernel = () => model.getLayer(layerName).getWeights()[0] ?? tf.tensor1d([])
  }

  override async onEpochEnd() {
    const { mean, variance } = tf.moments(this.#kernel())
    this.meanPerEpoch.push(await numberOf(mean))
    this.stdPerEpoch.push(Math.sqrt(await numberOf(variance)))
    tf.dispose([mean, variance])
  }
}
