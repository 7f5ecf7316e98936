import type * as tf from '@tensorflow/tfjs'
import { type Pairs, buildPairs as right } from '#solutions/pairwise-classification/buildPairs.ts'

/** Disposes of the caller's images once the pairs are made. */
export function buildPairs(
  images: tf.Tensor2D,
  labels: readonly number[],
  pairsPerClass: number,
  seed: number,
): Pairs {
  const pairs = right(images, labels, pairsPerClass, seed)
  images.dispose()
  return pairs
}
