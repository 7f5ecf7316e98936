import * as tf from '@tensorflow/tfjs'
import type { Pairs } from './buildPairs.ts'
// solution
import { buildSiameseModel } from './buildSiameseModel.ts'
// end solution

/** What a training leaves behind. */
export interface Trained {
  /** Inputs [m, d] and [m, d], output [m, 1]: the probability that the two images have one class. */
  model: tf.LayersModel
  /** The mean loss of each epoch, for the curve in your report. */
  history: { loss: number[] }
}

/**
 * Trains a network to tell whether two images have one class. Which network is your choice: one of the
 * two that you have built, or another of plain layers.
 *
 * @param pairs `a` and `b` [n, d] with values in [0, 1], and `same`, as `buildPairs` makes them. They come
 *   in order: all same pairs, then all different ones. Neither changed nor disposed.
 * @param options epochs: how often to go through all the pairs.
 */
export async function trainPairModel(
  pairs: Pairs,
  { epochs }: { epochs: number },
): Promise<Trained> {
  // solution: build, compile with adam and binaryCrossentropy, fit
  const model = buildSiameseModel(pairs.a.shape[1])
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' })
  const target = tf.tensor2d(pairs.same, [pairs.same.length, 1])
  // `fit` shuffles before every epoch unless it is told not to.
  const { history } = await model.fit([pairs.a, pairs.b], target, { epochs, verbose: 0 })
  target.dispose()
  return { model, history: { loss: (history['loss'] ?? []).map(Number) } }
  // end solution
}
