import * as tf from '@tensorflow/tfjs'
// solution
import { buildSparseAutoencoder } from './buildSparseAutoencoder.ts'

// end solution

export interface TrainingOptions {
  /** Units of the encoder. */
  readonly codeSize: number
  /** Weight of the sparsity penalty. */
  readonly beta: number
  /** How often every image is seen. */
  readonly epochs: number
  /** Images in one step; the last batch of an epoch may be smaller. */
  readonly batchSize: number
  /** Of Adam. */
  readonly learningRate: number
}

export interface TrainedAutoencoder {
  /** With the layers `input`, `encoder` and `decoder`. */
  readonly model: tf.LayersModel
  /** `loss[e]`: the loss over all images, measured *after* epoch e with the weights of that moment. */
  readonly history: { readonly loss: number[] }
}

/**
 * Trains the model of `buildSparseAutoencoder` by minimising its loss with Adam, on batches of images
 * in a new random order in each epoch.
 *
 * @param images [m, n]: m images of n pixels in [0, 1]; neither changed nor disposed.
 * @param options see `TrainingOptions`; all are given.
 * @returns the trained model, and the loss of `applyAutoencoder` after each epoch.
 */
export async function trainSparseAutoencoder(
  images: tf.Tensor2D,
  { codeSize, beta, epochs, batchSize, learningRate }: TrainingOptions,
): Promise<TrainedAutoencoder> {
  // solution: in each epoch shuffle, minimise batch by batch, then measure the loss on all images
  const [count, inputDim] = images.shape
  const { model, loss } = buildSparseAutoencoder(inputDim, codeSize, beta)
  const optimizer = tf.train.adam(learningRate)
  const history: number[] = []
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = Array.from(tf.util.createShuffledIndices(count))
    for (let start = 0; start < count; start += batchSize) {
      tf.tidy(() => {
        const batch = images.gather(order.slice(start, start + batchSize))
        optimizer.minimize(() => loss(batch))
      })
    }
    const after = loss(images)
    history.push((await after.data())[0] ?? Number.NaN)
    after.dispose()
  }
  optimizer.dispose()
  return { model, history: { loss: history } }
  // end solution
}
