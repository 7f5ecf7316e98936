import * as tf from '@tensorflow/tfjs'

export function scale(x: tf.Tensor, factor: number): tf.Tensor {
  return x.mul(tf.scalar(factor))
}
