import type * as tf from '@tensorflow/tfjs'

/** The mean over every entry, as the sum divided by how many there are. */
export function meanOf(x: tf.Tensor): tf.Tensor {
  return x.sum().div(x.size)
}
