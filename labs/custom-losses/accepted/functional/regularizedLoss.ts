import * as tf from '@tensorflow/tfjs'

/** All weights in one long vector. */
export function regularizedLoss(weights: tf.Tensor[], l1: number, l2: number): tf.Scalar {
  const all = tf.concat(weights.map((weight) => weight.flatten()))
  const price = tf.add(tf.mul(l1, tf.abs(all)), tf.mul(l2, tf.mul(all, all)))
  return tf.sum(price).asScalar()
}
