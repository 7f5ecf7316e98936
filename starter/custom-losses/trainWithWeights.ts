import * as tf from '@tensorflow/tfjs'

export interface TrainingOptions {
  /** Passes over all images. */
  epochs?: number
  /** Images per step of the optimizer. */
  batchSize?: number
}

export interface Trained {
  model: tf.LayersModel
  /** One number per epoch. */
  history: { loss: number[] }
}

/**
 * Trains a network inputDim -> 64 relu -> 32 relu -> classes softmax with Adam and the weighted loss of
 * `weightedCategoricalCrossentropy`. Both sizes follow from the data.
 *
 * @param images [n, inputDim], float32.
 * @param labels [n, classes], one-hot; neither tensor is changed or disposed.
 * @param weights one number per class; a mistake on an image of class j costs weights[j] times as much.
 * @param options see `TrainingOptions`.
 * @returns the trained model, and the mean weighted loss of each epoch.
 */
export async function trainWithWeights(
  images: tf.Tensor2D,
  labels: tf.Tensor2D,
  weights: number[],
  { epochs = 10, batchSize = 16 }: TrainingOptions = {},
): Promise<Trained> {
  throw new Error('TODO trainWithWeights: build, compile with your own loss, fit')
}
