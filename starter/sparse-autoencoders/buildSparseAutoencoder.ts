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
  throw new Error(
    'TODO buildSparseAutoencoder: chain the three layers, and write the loss on the code and the output',
  )
}
