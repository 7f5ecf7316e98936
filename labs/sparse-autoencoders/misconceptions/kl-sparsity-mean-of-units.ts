import * as tf from '@tensorflow/tfjs'

/** The mean over the units in place of their sum. */
export function klSparsity(meanActivations: tf.Tensor1D, rho: number): tf.Scalar {
  return tf.tidy(() => {
    const r = meanActivations.clipByValue(1e-4, 1 - 1e-4)
    const active = tf.scalar(rho).div(r).log().mul(rho)
    const silent = tf
      .scalar(1 - rho)
      .div(tf.sub(1, r))
      .log()
      .mul(1 - rho)
    return active.add(silent).mean<tf.Scalar>()
  })
}
