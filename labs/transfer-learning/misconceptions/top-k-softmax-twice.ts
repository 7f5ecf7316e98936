import * as tf from '@tensorflow/tfjs'
import { topK as right } from '#solutions/transfer-learning/topK.ts'

/** Takes the probabilities for logits. */
export function topK(
  logits: tf.Tensor1D,
  labels: string[],
  k: number,
): Promise<Record<string, number>> {
  return right(tf.softmax(logits), labels, k)
}
