import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from './logs.ts'

/**
 * Measures how much of the error reaches each layer. At the end of every epoch it appends to
 * `normPerEpoch` a record with one entry for each layer that has weights, by name:
 *
 *     norm = sqrt(sum of g^2 over all entries of the layer's kernel and bias)
 *
 * where g is the derivative of the loss by that entry, and the loss is the categorical cross-entropy
 * averaged over the examples: -(1/m) * sum over i, j of Y[i, j] * log(P[i, j]) with P = model(X).
 * No weight is changed.
 */
export class GradientNormCallback extends tf.Callback {
  readonly normPerEpoch: Record<string, number>[] = []
  // solution
  readonly #network: tf.LayersModel
  readonly #X: tf.Tensor
  readonly #Y: tf.Tensor
  // end solution

  /**
   * @param model ends in a softmax.
   * @param X [m, ...input shape]: the examples the loss is taken over.
   * @param Y [m, classes]: their labels, one-hot. Both belong to the caller.
   */
  constructor(model: tf.LayersModel, X: tf.Tensor, Y: tf.Tensor) {
    super()
    // solution: keep what you need to compute the loss
    this.#network = model
    this.#X = X
    this.#Y = Y
    // end solution
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    // solution: the gradient of the loss, then one norm for each layer
    const layers = this.#network.layers.filter(({ weights }) => weights.length > 0)
    const norms = tf.tidy(() => {
      const variables = layers
        .flatMap(({ weights }) => weights.map((weight) => weight.read()))
        .filter((tensor) => tensor instanceof tf.Variable)
      const { grads } = tf.variableGrads(() => this.#loss(), variables)
      // Names of variables are unique, also among several models with equal names of layers.
      const squares = (name: string) => (grads[name] ?? tf.scalar(0)).square().sum()
      return tf.stack(
        layers.map(({ weights }) => tf.addN(weights.map(({ name }) => squares(name))).sqrt()),
      )
    })
    const values = await norms.data()
    norms.dispose()
    this.normPerEpoch.push(
      Object.fromEntries(layers.map(({ name }, i) => [name, values[i] ?? Number.NaN])),
    )
    // end solution
  }
  // solution

  #loss(): tf.Scalar {
    const output = this.#network.apply(this.#X)
    if (!(output instanceof tf.Tensor)) throw new TypeError('the model has several outputs')
    return tf.metrics.categoricalCrossentropy(this.#Y, output).mean<tf.Scalar>()
  }
  // end solution
}
