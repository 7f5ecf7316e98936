import * as tf from '@tensorflow/tfjs'
import { buildPairModel } from '#solutions/pairwise-classification/buildPairModel.ts'
import type { Pairs } from '#solutions/pairwise-classification/buildPairs.ts'
import type { Trained } from '#solutions/pairwise-classification/trainPairModel.ts'

/** Says "same" of every pair. */
export async function trainPairModel(
  pairs: Pairs,
  { epochs }: { epochs: number },
): Promise<Trained> {
  const model = buildPairModel(pairs.a.shape[1])
  model.getLayer('output').setWeights([tf.zeros([100, 1]), tf.ones([1])])
  return { model, history: { loss: Array.from({ length: epochs }, () => 1) } }
}
