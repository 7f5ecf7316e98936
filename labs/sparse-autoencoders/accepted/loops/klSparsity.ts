import * as tf from '@tensorflow/tfjs'

export function klSparsity(meanActivations: tf.Tensor1D, rho: number) {
  let sum = 0
  for (const activation of meanActivations.dataSync()) {
    const r = Math.min(0.9999, Math.max(0.0001, activation))
    sum += rho * Math.log(rho / r)
    sum += (1 - rho) * Math.log((1 - rho) / (1 - r))
  }
  return tf.scalar(sum)
}
