import type * as tf from '@tensorflow/tfjs'

/** Takes the largest one out, again and again. */
export function topK(logits: tf.Tensor1D, labels: string[], k: number): Record<string, number> {
  const values = Array.from(logits.dataSync())
  const largest = Math.max(...values)
  const powers = values.map((value) => Math.exp(value - largest))
  const sum = powers.reduce((total, power) => total + power, 0)
  const best: Record<string, number> = {}
  for (let place = 0; place < k && place < values.length; place++) {
    const top = powers.indexOf(Math.max(...powers))
    best[labels[top] ?? ''] = (powers[top] ?? 0) / sum
    powers[top] = -1
  }
  return best
}
