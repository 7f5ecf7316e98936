import * as tf from '@tensorflow/tfjs'

export const softmax = (logits: tf.Tensor2D): tf.Tensor2D =>
  tf.tidy(() => logits.sub<tf.Tensor2D>(tf.logSumExp(logits, 1, true)).exp())
