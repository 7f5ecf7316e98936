import * as tf from '@tensorflow/tfjs'

export interface ModelSizes {
  /** Filters of each convolution, from the first block to the last. */
  readonly filters: readonly number[]
  /** Units of the hidden dense layer. */
  readonly units: number
  /** Share of the flattened numbers that is dropped in training. */
  readonly dropout: number
  /** Whether every convolution is followed by batch normalisation. */
  readonly batchNormalization: boolean
}

/**
 * The network of the lab:
 *
 *     for each number of filters, a block:
 *       conv 3x3, stride 1, valid padding, with bias -> [batch normalisation] -> relu -> max pooling 2x2
 *     flatten -> dropout -> dense `units`, relu -> dense 1, sigmoid
 *
 * Batch normalisation stands between the convolution and its relu, learns its scale and its centre, and
 * keeps running averages of mean and variance with a momentum of 0.8: after a hundred batches they have
 * arrived, while with Keras' 0.99 they would still stand near where they began.
 *
 * @param inputShape [height, width, channels] of a picture.
 * @returns a model with the input [m, height, width, channels] and the output [m, 1], the probability of
 *   class 1. It need not be compiled.
 */
export function buildModel(
  inputShape: readonly [number, number, number],
  { filters, units, dropout, batchNormalization }: ModelSizes,
): tf.LayersModel {
  // solution: blocks one after another, then the head
  const blocks = filters.flatMap((count) => [
    tf.layers.conv2d({ filters: count, kernelSize: 3, kernelInitializer: 'heNormal' }),
    ...(batchNormalization ? [tf.layers.batchNormalization({ momentum: 0.8 })] : []),
    tf.layers.activation({ activation: 'relu' }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
  ])
  return tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [...inputShape] }),
      ...blocks,
      tf.layers.flatten(),
      tf.layers.dropout({ rate: dropout }),
      tf.layers.dense({ units, activation: 'relu', kernelInitializer: 'heNormal' }),
      tf.layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  })
  // end solution
}
