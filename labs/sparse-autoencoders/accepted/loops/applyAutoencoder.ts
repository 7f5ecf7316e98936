import * as tf from '@tensorflow/tfjs'

/** JavaScript numbers and loops all the way. */
export function applyAutoencoder(
  images: tf.Tensor2D,
  encoderWeights: tf.Tensor2D,
  encoderBias: tf.Tensor1D,
  decoderWeights: tf.Tensor2D,
  decoderBias: tf.Tensor1D,
  beta = 0.05,
) {
  const X = images.arraySync()
  const code = dense(X, encoderWeights, encoderBias, (z) => Math.max(0, z))
  const output = dense(code, decoderWeights, decoderBias, (z) => 1 / (1 + Math.exp(-z)))
  let squares = 0
  X.forEach((row, i) => {
    row.forEach((pixel, j) => {
      squares += (pixel - (output[i]?.[j] ?? 0)) ** 2
    })
  })
  const [m, n] = images.shape
  const activations = code.flat()
  const penalty = activations.reduce((a, b) => a + b, 0) / activations.length
  return {
    output: tf.tensor2d(output, [m, n]),
    loss: tf.scalar(squares / (m * n) + beta * penalty),
  }
}

function dense(
  rows: number[][],
  weights: tf.Tensor2D,
  bias: tf.Tensor1D,
  activation: (z: number) => number,
): number[][] {
  const W = weights.arraySync()
  const b = bias.arraySync()
  return rows.map((row) =>
    b.map((start, unit) => {
      let z = start
      row.forEach((x, i) => {
        z += x * (W[i]?.[unit] ?? 0)
      })
      return activation(z)
    }),
  )
}
