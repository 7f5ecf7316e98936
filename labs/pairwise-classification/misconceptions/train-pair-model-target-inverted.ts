import type { Pairs } from '#solutions/pairwise-classification/buildPairs.ts'
import {
  trainPairModel as right,
  type Trained,
} from '#solutions/pairwise-classification/trainPairModel.ts'

/** Learns the probability of two classes. */
export function trainPairModel(pairs: Pairs, options: { epochs: number }): Promise<Trained> {
  return right({ ...pairs, same: pairs.same.map((same) => 1 - same) }, options)
}
