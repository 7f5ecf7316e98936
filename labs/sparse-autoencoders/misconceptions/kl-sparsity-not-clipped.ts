import * as tf from '@tensorflow/tfjs'

/** The formula as it stands: a dead unit divides by 0. */
export function klSparsity(meanActivations: tf.Tensor1D, rho: number): tf.Scalar {
  return tf.tidy(() => {
    const active = tf.scalar(rho).div(meanActivations).log().mul(rho)
    const silent = tf
      .scalar(1 - rho)
      .div(tf.sub(1, meanActivations))
      .log()
      .mul(1 - rho)
    return active.add(silent).sum<tf.Scalar>()
  })
}
