import * as tf from '@tensorflow/tfjs'
import type { Pairs } from '#solutions/pairwise-classification/buildPairs.ts'
import { buildSiameseModel } from '#solutions/pairwise-classification/buildSiameseModel.ts'
import type { Trained } from '#solutions/pairwise-classification/trainPairModel.ts'

/** Plain gradient descent: in four epochs it hardly leaves where it began. */
export async function trainPairModel(
  pairs: Pairs,
  { epochs }: { epochs: number },
): Promise<Trained> {
  const model = buildSiameseModel(pairs.a.shape[1])
  model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' })
  const target = tf.tensor2d(pairs.same, [pairs.same.length, 1])
  const { history } = await model.fit([pairs.a, pairs.b], target, { epochs, verbose: 0 })
  return { model, history: { loss: (history['loss'] ?? []).map(Number) } }
}
