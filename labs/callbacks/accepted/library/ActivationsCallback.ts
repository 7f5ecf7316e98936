import * as tf from '@tensorflow/tfjs'
import { numberOf, only } from './answers.ts'

/** Makes the part of the model that ends in the layer anew in every epoch. */
export class ActivationsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []
  readonly #answer: () => tf.Tensor

  constructor(model: tf.LayersModel, layerName: string, X: tf.Tensor) {
    super()
    this.#answer = () => {
      const { output } = model.getLayer(layerName)
      return only(tf.model({ inputs: model.input, outputs: output }).apply(X))
    }
  }

  override async onEpochEnd() {
    const answer = this.#answer()
    const mean = answer.mean()
    this.meanPerEpoch.push(await numberOf(mean))
    this.stdPerEpoch.push(await numberOf(tf.squaredDifference(answer, mean).mean().sqrt()))
  }
}
