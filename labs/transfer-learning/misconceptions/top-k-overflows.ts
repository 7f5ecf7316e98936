import type * as tf from '@tensorflow/tfjs'

/** exp of the logits as they are. */
export async function topK(
  logits: tf.Tensor1D,
  labels: string[],
  k: number,
): Promise<Record<string, number>> {
  const powers = Array.from(await logits.data(), Math.exp)
  const sum = powers.reduce((total, power) => total + power, 0)
  const pairs = labels.map((label, i) => [label, (powers[i] ?? 0) / sum] as const)
  return Object.fromEntries(pairs.toSorted(([, a], [, b]) => b - a).slice(0, k))
}
