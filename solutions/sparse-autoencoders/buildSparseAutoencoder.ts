import * as tf from '@tensorflow/tfjs'

export interface SparseAutoencoder {
  /** Not compiled: it is trained by minimising `loss`. */
  readonly model: tf.LayersModel
  /**
   * The loss of `applyAutoencoder` with the weights that the model has when it is called.
   * @param images [m, inputDim], neither changed nor disposed.
   * @returns float32, shape []; differentiable with respect to the model's weights.
   */
  readonly loss: (images: tf.Tensor2D) => tf.Scalar
}

/**
 * An untrained autoencoder of three layers, with these names and in this order:
 *
 *     input    [inputDim]
 *     encoder  dense, codeSize units, relu
 *     decoder  dense, inputDim units, sigmoid
 *
 * and, beside it, the loss that a Keras model would carry inside as an activity regularizer.
 * Weights are initialised as dense layers do by default, with biases of 0.
 *
 * @param inputDim pixels of an image.
 * @param codeSize units of the encoder.
 * @param beta weight of the sparsity penalty in the loss.
 */
export function buildSparseAutoencoder(
  inputDim: number,
  codeSize: number,
  beta: number,
): SparseAutoencoder {
  // solution: chain the three layers, and write the loss on the code and the output
  const input = tf.input({ shape: [inputDim], name: 'input' })
  const encoder = tf.layers.dense({ units: codeSize, activation: 'relu', name: 'encoder' })
  const decoder = tf.layers.dense({ units: inputDim, activation: 'sigmoid', name: 'decoder' })
  const code = single(encoder.apply(input))
  const model = tf.model({ inputs: input, outputs: single(decoder.apply(code)) })
  const loss = (images: tf.Tensor2D) =>
    tf.tidy(() => {
      // Layers called on tensors, not on symbols, compute at once and can be differentiated.
      const activations = concrete(encoder.apply(images))
      const output = concrete(decoder.apply(activations))
      const error = images.sub(output).square().mean<tf.Scalar>()
      return error.add<tf.Scalar>(activations.mean().mul(beta))
    })
  return { model, loss }
  // end solution
}

// solution
type Applied = tf.Tensor | tf.Tensor[] | tf.SymbolicTensor | tf.SymbolicTensor[]

function single(applied: Applied): tf.SymbolicTensor {
  if (applied instanceof tf.SymbolicTensor) return applied
  throw new TypeError('a layer called on a symbolic tensor gives one')
}

function concrete(applied: Applied): tf.Tensor {
  if (applied instanceof tf.Tensor) return applied
  throw new TypeError('a layer called on a tensor gives one')
}
// end solution
