import type { Pairs } from '#solutions/pairwise-classification/buildPairs.ts'
import {
  trainPairModel as right,
  type Trained,
} from '#solutions/pairwise-classification/trainPairModel.ts'

/** Frees the caller's pairs after the training. */
export async function trainPairModel(pairs: Pairs, options: { epochs: number }): Promise<Trained> {
  const trained = await right(pairs, options)
  pairs.a.dispose()
  pairs.b.dispose()
  return trained
}
