import * as tf from '@tensorflow/tfjs'

/** The divergence in the other direction: rho and r have changed places. */
export function klSparsity(meanActivations: tf.Tensor1D, rho: number): tf.Scalar {
  return tf.tidy(() => {
    const r = meanActivations.clipByValue(1e-4, 1 - 1e-4)
    const silence = tf.sub(1, r)
    const active = r.div(rho).log().mul(r)
    const silent = silence
      .div(1 - rho)
      .log()
      .mul(silence)
    return active.add(silent).sum<tf.Scalar>()
  })
}
