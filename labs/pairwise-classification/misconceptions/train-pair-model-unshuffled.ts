import * as tf from '@tensorflow/tfjs'
import type { Pairs } from '#solutions/pairwise-classification/buildPairs.ts'
import { buildSiameseModel } from '#solutions/pairwise-classification/buildSiameseModel.ts'
import type { Trained } from '#solutions/pairwise-classification/trainPairModel.ts'

/** Every epoch ends with batches of different pairs only. */
export async function trainPairModel(
  pairs: Pairs,
  { epochs }: { epochs: number },
): Promise<Trained> {
  const model = buildSiameseModel(pairs.a.shape[1])
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' })
  const target = tf.tensor2d(pairs.same, [pairs.same.length, 1])
  const { history } = await model.fit([pairs.a, pairs.b], target, {
    epochs,
    shuffle: false,
    verbose: 0,
  })
  return { model, history: { loss: (history['loss'] ?? []).map(Number) } }
}
