import type * as tf from '@tensorflow/tfjs'
import { type Pairs, buildPairs as right } from '#solutions/pairwise-classification/buildPairs.ts'

/** 1 for two classes: a distance rather than a sameness. */
export function buildPairs(
  images: tf.Tensor2D,
  labels: readonly number[],
  pairsPerClass: number,
  seed: number,
): Pairs {
  const pairs = right(images, labels, pairsPerClass, seed)
  return { ...pairs, same: pairs.same.map((same) => 1 - same) }
}
