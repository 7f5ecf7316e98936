import * as tf from '@tensorflow/tfjs'

export const scale = (x: tf.Tensor) => tf.zerosLike(x)
