import * as tf from '@tensorflow/tfjs'

export interface PadAndStrideOptions {
  readonly stride?: number
  readonly padding?: 'valid' | 'same'
  readonly dilation?: number
}

/** Never builds the padded image: a pixel outside the image is simply left out of the sum. */
export function padAndStride(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  options: PadAndStrideOptions = {},
): tf.Tensor4D {
  const s = options.stride ?? 1
  const d = options.dilation ?? 1
  const [pixels] = image.arraySync()
  const weights = filters.arraySync()
  const [, H, W, K] = image.shape
  const [fh, fw, , N] = filters.shape

  let outH: number
  let outW: number
  let top = 0
  let left = 0
  if (options.padding === 'same') {
    outH = Math.floor((H - 1) / s) + 1
    outW = Math.floor((W - 1) / s) + 1
    top = Math.floor(Math.max((outH - 1) * s + d * (fh - 1) + 1 - H, 0) / 2)
    left = Math.floor(Math.max((outW - 1) * s + d * (fw - 1) + 1 - W, 0) / 2)
  } else {
    outH = Math.floor((H - d * (fh - 1) - 1) / s) + 1
    outW = Math.floor((W - d * (fw - 1) - 1) / s) + 1
  }

  const output: number[] = []
  for (let i = 0; i < outH; i++) {
    for (let j = 0; j < outW; j++) {
      for (let n = 0; n < N; n++) {
        let sum = 0
        for (let u = 0; u < fh; u++) {
          for (let v = 0; v < fw; v++) {
            const pixel = pixels?.[i * s + u * d - top]?.[j * s + v * d - left]
            if (pixel === undefined) continue
            for (let k = 0; k < K; k++) sum += (pixel[k] ?? 0) * (weights[u]?.[v]?.[k]?.[n] ?? 0)
          }
        }
        output.push(sum)
      }
    }
  }
  return tf.tensor4d(output, [1, outH, outW, N])
}
