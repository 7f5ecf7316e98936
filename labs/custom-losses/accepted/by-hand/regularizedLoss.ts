import * as tf from '@tensorflow/tfjs'

/** A loop that adds tensor after tensor; |w| is the larger of w and -w. */
export async function regularizedLoss(weights: tf.Tensor[], l1: number, l2: number) {
  let penalty: tf.Tensor = tf.scalar(0)
  for (const weight of weights) {
    const sizes = tf.maximum(weight, weight.neg())
    penalty = penalty.add(sizes.sum().mul(l1))
    penalty = penalty.add(weight.pow(2).sum().mul(l2))
  }
  return penalty.asScalar()
}
