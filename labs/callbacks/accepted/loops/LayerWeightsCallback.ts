import * as tf from '@tensorflow/tfjs'
import { meanAndDeviation } from './numbers.ts'

export class LayerWeightsCallback extends tf.Callback {
  meanPerEpoch: number[] = []
  stdPerEpoch: number[] = []
  watched: tf.LayersModel
  layerName: string

  constructor(model: tf.LayersModel, layerName: string) {
    super()
    this.watched = model
    this.layerName = layerName
  }

  override async onEpochEnd() {
    for (const layer of this.watched.layers) {
      const [kernel] = layer.weights
      if (layer.name !== this.layerName || kernel === undefined) continue
      const [mean, std] = meanAndDeviation(kernel.read())
      this.meanPerEpoch = [...this.meanPerEpoch, mean]
      this.stdPerEpoch = [...this.stdPerEpoch, std]
    }
  }
}
