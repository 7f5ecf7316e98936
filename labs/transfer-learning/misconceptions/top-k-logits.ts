import type * as tf from '@tensorflow/tfjs'

/** Logits where probabilities belong. */
export async function topK(
  logits: tf.Tensor1D,
  labels: string[],
  k: number,
): Promise<Record<string, number>> {
  const values = await logits.data()
  const pairs = labels.map((label, i) => [label, values[i] ?? 0] as const)
  return Object.fromEntries(pairs.toSorted(([, a], [, b]) => b - a).slice(0, k))
}
