import * as tf from '@tensorflow/tfjs'

export function pool2d(
  image: tf.Tensor4D,
  size: number,
  kind: 'max' | 'min' | 'average',
  padding: 'valid' | 'same' = 'valid',
): tf.Tensor4D {
  const [, H, W, K] = image.shape
  const [pixels] = image.arraySync()
  const round = padding === 'same' ? Math.ceil : Math.floor
  const outH = round(H / size)
  const outW = round(W / size)
  // With 'valid' nothing hangs over, and the rounded-down overhang is not positive.
  const top = Math.max(0, Math.floor((outH * size - H) / 2))
  const left = Math.max(0, Math.floor((outW * size - W) / 2))

  const output: number[] = []
  for (let i = 0; i < outH; i++) {
    for (let j = 0; j < outW; j++) {
      for (let k = 0; k < K; k++) {
        const window: number[] = []
        for (let u = 0; u < size; u++) {
          for (let v = 0; v < size; v++) {
            const value = pixels?.[i * size + u - top]?.[j * size + v - left]?.[k]
            if (value !== undefined) window.push(value)
          }
        }
        if (kind === 'max') output.push(Math.max(...window))
        else if (kind === 'min') output.push(Math.min(...window))
        else output.push(window.reduce((sum, value) => sum + value, 0) / window.length)
      }
    }
  }
  return tf.tensor4d(output, [1, outH, outW, K])
}
