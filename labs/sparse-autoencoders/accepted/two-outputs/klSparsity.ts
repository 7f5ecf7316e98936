import * as tf from '@tensorflow/tfjs'

/** Differences of logarithms in place of logarithms of quotients. */
export async function klSparsity(meanActivations: tf.Tensor1D, rho: number) {
  return tf.tidy(() => {
    const r = tf.minimum(tf.maximum(meanActivations, 0.0001), 0.9999)
    const cross = r
      .log()
      .mul(rho)
      .add(
        tf
          .sub(1, r)
          .log()
          .mul(1 - rho),
      )
    const entropy = rho * Math.log(rho) + (1 - rho) * Math.log(1 - rho)
    return tf.sum(tf.sub(entropy, cross))
  })
}
