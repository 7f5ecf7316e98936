import * as tf from '@tensorflow/tfjs'
import { numberOf, only } from './answers.ts'

/** Asks an optimizer that never steps for its gradients. */
export class GradientNormCallback extends tf.Callback {
  readonly normPerEpoch: Record<string, number>[] = []
  readonly #gradients: () => tf.NamedTensorMap
  readonly #layers: tf.layers.Layer[]

  constructor(model: tf.LayersModel, X: tf.Tensor, Y: tf.Tensor) {
    super()
    this.#layers = model.layers.filter((layer) => layer.countParams() > 0)
    const loss = () => tf.metrics.categoricalCrossentropy(Y, only(model.apply(X))).mean<tf.Scalar>()
    this.#gradients = () => tf.train.sgd(1).computeGradients(loss).grads
  }

  override async onEpochEnd() {
    const grads = this.#gradients()
    const norms = this.#layers.map(async ({ name, weights }) => {
      const all = weights.flatMap((weight) => grads[weight.name]?.flatten() ?? [])
      return [name, await numberOf(tf.norm(tf.concat(all)))] as const
    })
    this.normPerEpoch.push(Object.fromEntries(await Promise.all(norms)))
  }
}
