import * as tf from '@tensorflow/tfjs'
import { meanAndDeviation, tensorOf } from './numbers.ts'

/** Layer after layer, down to the one that is watched. */
export class ActivationsCallback extends tf.Callback {
  meanPerEpoch: number[] = []
  stdPerEpoch: number[] = []
  watched: tf.LayersModel
  layerName: string
  X: tf.Tensor

  constructor(model: tf.LayersModel, layerName: string, X: tf.Tensor) {
    super()
    this.watched = model
    this.layerName = layerName
    this.X = X
  }

  override async onEpochEnd() {
    let values: tf.Tensor = this.X
    for (const layer of this.watched.layers) {
      // the input layer hands on what it gets, and refuses to be called
      if (layer.getClassName() !== 'InputLayer') values = tensorOf(layer.apply(values))
      if (layer.name === this.layerName) break
    }
    const [mean, std] = meanAndDeviation(values)
    this.meanPerEpoch.push(mean)
    this.stdPerEpoch.push(std)
  }
}
