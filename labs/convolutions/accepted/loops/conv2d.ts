import * as tf from '@tensorflow/tfjs'

export type Activation = 'sigmoid' | 'relu' | 'linear'

export function conv2d(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  activation: Activation = 'sigmoid',
): tf.Tensor4D {
  const pixels = image.dataSync()
  const weights = filters.dataSync()
  const [, H = 0, W = 0, K = 0] = image.shape
  const [fh = 0, fw = 0, , N = 0] = filters.shape
  const outH = H - fh + 1
  const outW = W - fw + 1
  const output = new Float32Array(outH * outW * N)
  let at = 0
  for (let i = 0; i < outH; i++) {
    for (let j = 0; j < outW; j++) {
      for (let n = 0; n < N; n++) {
        let z = 0
        for (let u = 0; u < fh; u++) {
          for (let v = 0; v < fw; v++) {
            for (let k = 0; k < K; k++) {
              const pixel = pixels[((i + u) * W + (j + v)) * K + k] ?? 0
              const weight = weights[((u * fw + v) * K + k) * N + n] ?? 0
              z += pixel * weight
            }
          }
        }
        output[at] = activate(z, activation)
        at += 1
      }
    }
  }
  return tf.tensor4d(output, [1, outH, outW, N])
}

function activate(z: number, activation: Activation): number {
  if (activation === 'sigmoid') return 1 / (1 + Math.exp(-z))
  if (activation === 'relu') return Math.max(0, z)
  return z
}
