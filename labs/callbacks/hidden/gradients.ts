import * as tf from '@tensorflow/tfjs'

/** Norms of the gradient of one layer, by the judge. */
export interface LayerGradient {
  readonly layer: string
  readonly kernel: number
  readonly bias: number
}

/** Gradients of the categorical cross-entropy, averaged over the examples, for every dense layer. */
export function gradientsOf(
  model: tf.LayersModel,
  X: tf.Tensor,
  Y: tf.Tensor,
): readonly LayerGradient[] {
  const layers = model.layers.filter(({ weights }) => weights.length > 0)
  const variables = model.getWeights().filter((weight) => weight instanceof tf.Variable)
  const { grads } = tf.variableGrads(() => {
    const output = model.apply(X)
    if (!(output instanceof tf.Tensor)) throw new TypeError('the model gave no tensor')
    return Y.mul(output.log()).sum(1).neg().mean<tf.Scalar>()
  }, variables)
  const norm = (name = '') => Math.sqrt(grads[name]?.square().sum().dataSync()[0] ?? 0)
  return layers.map(({ name, weights: [kernel, bias] }) => ({
    layer: name,
    kernel: norm(kernel?.name),
    bias: norm(bias?.name),
  }))
}

/** The norm of all parameters of a layer as one vector. */
export const layerNorm = ({ kernel, bias }: LayerGradient) => Math.hypot(kernel, bias)
