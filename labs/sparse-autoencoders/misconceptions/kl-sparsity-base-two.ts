import * as tf from '@tensorflow/tfjs'

/** Logarithms to base 2: the same quantity in bits. */
export function klSparsity(meanActivations: tf.Tensor1D, rho: number): tf.Scalar {
  return tf.tidy(() => {
    const r = meanActivations.clipByValue(1e-4, 1 - 1e-4)
    const active = tf.scalar(rho).div(r).log().mul(rho)
    const silent = tf
      .scalar(1 - rho)
      .div(tf.sub(1, r))
      .log()
      .mul(1 - rho)
    return active.add(silent).sum<tf.Scalar>().div(Math.LN2)
  })
}
