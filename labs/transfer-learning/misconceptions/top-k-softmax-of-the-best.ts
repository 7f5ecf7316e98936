import * as tf from '@tensorflow/tfjs'

/** Keeps k logits first, and makes probabilities of these alone. */
export async function topK(
  logits: tf.Tensor1D,
  labels: string[],
  k: number,
): Promise<Record<string, number>> {
  const { values, indices } = tf.topk(logits, Math.min(k, labels.length))
  const probabilities = await tf.softmax(values).data()
  const classes = await indices.data()
  return Object.fromEntries(
    [...classes].map((place, i) => [labels[place] ?? '', probabilities[i] ?? 0]),
  )
}
