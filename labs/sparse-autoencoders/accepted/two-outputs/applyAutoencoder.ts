import * as tf from '@tensorflow/tfjs'
import { meanOf } from './mean.ts'

/** Fused operations, and the error as one product. */
export async function applyAutoencoder(
  x: tf.Tensor2D,
  We: tf.Tensor2D,
  be: tf.Tensor1D,
  Wd: tf.Tensor2D,
  bd: tf.Tensor1D,
  beta?: number,
) {
  const code = tf.fused.matMul({ a: x, b: We, bias: be, activation: 'relu' })
  const output = tf.tidy(() => tf.sigmoid(tf.fused.matMul({ a: code, b: Wd, bias: bd })))
  const loss = tf.tidy(() => {
    const difference = tf.sub(output, x).flatten()
    return meanOf(tf.mul(difference, difference)).add(meanOf(code).mul(beta ?? 0.05))
  })
  code.dispose()
  return { loss, output }
}
