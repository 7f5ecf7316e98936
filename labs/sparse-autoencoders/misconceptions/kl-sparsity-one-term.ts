import * as tf from '@tensorflow/tfjs'

/** The term of the active units alone. */
export function klSparsity(meanActivations: tf.Tensor1D, rho: number): tf.Scalar {
  return tf.tidy(() => {
    const r = meanActivations.clipByValue(1e-4, 1 - 1e-4)
    return tf.scalar(rho).div(r).log().mul(rho).sum<tf.Scalar>()
  })
}
