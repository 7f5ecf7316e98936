import * as tf from '@tensorflow/tfjs'

/** Every window is a row of a matrix; the kernel is a column. Computes in float32. */
export function conv1d(signal: number[], kernel: number[]): number[] {
  return tf.tidy(() => {
    const windows = signal
      .slice(0, signal.length - kernel.length + 1)
      .map((_, i) => signal.slice(i, i + kernel.length))
    const product = tf.tensor2d(windows).matMul(tf.tensor2d(kernel, [kernel.length, 1]))
    return Array.from(product.dataSync())
  })
}
