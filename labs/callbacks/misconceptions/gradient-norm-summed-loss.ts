import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from '#solutions/callbacks/logs.ts'

/** Adds up the loss over the examples. */
export class GradientNormCallback extends tf.Callback {
  readonly normPerEpoch: Record<string, number>[] = []
  readonly #network: tf.LayersModel
  readonly #X: tf.Tensor
  readonly #Y: tf.Tensor

  constructor(model: tf.LayersModel, X: tf.Tensor, Y: tf.Tensor) {
    super()
    this.#network = model
    this.#X = X
    this.#Y = Y
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    const layers = this.#network.layers.filter(({ weights }) => weights.length > 0)
    const variables = this.#network.getWeights().filter((weight) => weight instanceof tf.Variable)
    const { grads } = tf.variableGrads(() => {
      const output = this.#network.apply(this.#X)
      if (!(output instanceof tf.Tensor)) throw new TypeError('the model has several outputs')
      return tf.metrics.categoricalCrossentropy(this.#Y, output).sum<tf.Scalar>()
    }, variables)
    const norm = (weight?: tf.LayerVariable) => grads[weight?.name ?? '']?.norm().dataSync()[0] ?? 0
    const all = layers.map(({ name, weights: [kernel, bias] }) => [
      name,
      Math.hypot(norm(kernel), norm(bias)),
    ])
    this.normPerEpoch.push(Object.fromEntries(all))
  }
}
