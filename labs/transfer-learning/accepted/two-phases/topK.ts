import * as tf from '@tensorflow/tfjs'

/** With the operation of that name. */
export async function topK(logits: tf.Tensor1D, labels: string[], k: number) {
  const { values, indices } = tf.tidy(() =>
    tf.topk(logits.softmax(), Math.min(k, logits.shape[0]), true),
  )
  const [probabilities, classes] = [await values.data(), await indices.data()]
  tf.dispose([values, indices])
  const result: Record<string, number> = {}
  classes.forEach((place, i) => {
    result[labels[place] ?? ''] = probabilities[i] ?? 0
  })
  return result
}
