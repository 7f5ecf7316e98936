import * as tf from '@tensorflow/tfjs'

export async function softmax(logits: tf.Tensor2D): Promise<tf.Tensor2D> {
  const rows = await logits.array()
  return tf.tensor2d(rows.map(probabilities))
}

function probabilities(row: number[]): number[] {
  const exponentials = row.map((logit) => Math.exp(logit))
  const sum = exponentials.reduce((total, value) => total + value, 0)
  return exponentials.map((value) => value / sum)
}
