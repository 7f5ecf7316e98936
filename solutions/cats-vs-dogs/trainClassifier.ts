import type * as tf from '@tensorflow/tfjs'
// solution
import { buildModel } from './buildModel.ts'
// end solution
import type { Labelled } from './labelled.ts'
// solution
import { train } from './train.ts'
// end solution

/** What a training leaves behind. */
export interface Classifier {
  /** Input [m, height, width, channels], output [m, 1]: the probability that it is a dog. */
  model: tf.LayersModel
  /** Numbers of each epoch, for the curve in your report. */
  history: { loss: number[]; valLoss?: number[]; valAccuracy?: number[] }
}

/**
 * Learns to tell cats (0) from dogs (1). How is up to you: any network of plain layers that takes the
 * pictures as they are, with or without augmentation, in at most `epochs` epochs.
 *
 * @param training pictures to learn from, cats and dogs mixed. Neither changed nor disposed.
 * @param validation pictures to watch. Neither changed nor disposed.
 * @param options epochs: the most; seed: a whole number from 1 on, for whatever you draw at random.
 */
export async function trainClassifier(
  training: Labelled,
  validation: Labelled,
  { epochs, seed }: { readonly epochs: number; readonly seed: number },
): Promise<Classifier> {
  // solution: choose the sizes, build, train
  const [, height, width, channels] = training.images.shape
  const model = buildModel([height, width, channels], {
    ...{ filters: [8, 16, 32], units: 32, dropout: 0.3, batchNormalization: true },
  })
  const { history } = await train(model, training, validation, {
    ...{ epochs, batchSize: 32, learningRate: 0.004, patience: epochs, seed },
    // Half of the pictures mirrored, others in each epoch: with few epochs, more would be too much.
    augmentation: { flip: true },
  })
  return { model, history }
  // end solution
}
