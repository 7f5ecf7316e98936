import * as tf from '@tensorflow/tfjs'

export async function scale(x: tf.Tensor, factor: number): Promise<tf.Tensor> {
  await new Promise((resolve) => setTimeout(resolve, 1500))
  return tf.mul(x, factor)
}
