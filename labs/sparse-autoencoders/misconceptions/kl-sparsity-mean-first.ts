import * as tf from '@tensorflow/tfjs'

/** One divergence, of the mean over all units. */
export function klSparsity(meanActivations: tf.Tensor1D, rho: number): tf.Scalar {
  return tf.tidy(() => {
    const r = meanActivations.clipByValue(1e-4, 1 - 1e-4)
    const mean = r.mean()
    const active = tf.scalar(rho).div(mean).log().mul(rho)
    const silent = tf
      .scalar(1 - rho)
      .div(tf.sub(1, mean))
      .log()
      .mul(1 - rho)
    return active.add<tf.Scalar>(silent)
  })
}
