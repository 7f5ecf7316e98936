import * as tf from '@tensorflow/tfjs'
import { tensorOf } from './numbers.ts'

export class GradientNormCallback extends tf.Callback {
  normPerEpoch: Record<string, number>[] = []
  watched: tf.LayersModel
  X: tf.Tensor
  Y: tf.Tensor

  constructor(model: tf.LayersModel, X: tf.Tensor, Y: tf.Tensor) {
    super()
    this.watched = model
    this.X = X
    this.Y = Y
  }

  override async onEpochEnd() {
    const [examples = 1] = this.X.shape
    const loss = () => {
      const P = tensorOf(this.watched.apply(this.X, { training: true }))
      return this.Y.mul(P.clipByValue(1e-7, 1).log()).sum().div<tf.Scalar>(-examples)
    }
    // Without a list: all variables that the loss depends on.
    const { grads } = tf.variableGrads(loss)
    const norms: Record<string, number> = {}
    for (const layer of this.watched.layers) {
      let squares = 0
      for (const { name } of layer.trainableWeights) {
        for (const g of grads[name]?.dataSync() ?? []) squares += g * g
      }
      if (layer.trainableWeights.length > 0) norms[layer.name] = Math.sqrt(squares)
    }
    this.normPerEpoch.push(norms)
  }
}
