import * as tf from '@tensorflow/tfjs'

export type Padding = 'valid' | 'same'

export interface PadAndStrideOptions {
  /** Rows and columns that the filter moves between two outputs. Default 1. */
  readonly stride?: number
  /** 'valid': no padding. 'same': zeros around the image, as TensorFlow places them. Default 'valid'. */
  readonly padding?: Padding
  /** Distance between neighbouring taps of the filter; 1 is an ordinary filter. Default 1. */
  readonly dilation?: number
}

/**
 * The convolution of `conv2d`, without activation, with padding, stride s and dilation d:
 *
 *     output[0, i, j, n] = sum over u, v, k of padded[0, i*s + u*d, j*s + v*d, k] * filters[u, v, k, n]
 *
 * Along each axis, with n pixels and a filter of f taps that spans k = d*(f - 1) + 1 pixels:
 *
 *     'valid'   output size = floor((n - k) / s) + 1
 *     'same'    output size = ceil(n / s)
 *               zeros in all    = max((output size - 1) * s + k - n, 0)
 *               zeros before    = floor(zeros in all / 2), the rest after
 *
 * @param image [1, H, W, K].
 * @param filters [fh, fw, K, N].
 * @returns [1, H', W', N], float32, H' and W' as above. The inputs are neither changed nor disposed.
 */
export function padAndStride(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  options: PadAndStrideOptions = {},
): tf.Tensor4D {
  // solution: plan each axis, pad once, then add up one shifted image per tap of the filter
  const { stride = 1, padding = 'valid', dilation = 1 } = options
  const [, height, width, channels] = image.shape
  const [filterHeight, filterWidth, depth, count] = filters.shape
  if (depth !== channels) {
    throw new RangeError(`filters are ${depth} deep, but the image has ${channels} channels`)
  }
  const rows = planAxis(height, filterHeight, stride, padding, dilation)
  const columns = planAxis(width, filterWidth, stride, padding, dilation)
  return tf.tidy(() => {
    const padded = image.pad([
      [0, 0],
      [rows.before, rows.after],
      [columns.before, columns.after],
      [0, 0],
    ])
    const positions = rows.outputs * columns.outputs
    let sum = tf.zeros([positions, count])
    for (let u = 0; u < filterHeight; u++) {
      for (let v = 0; v < filterWidth; v++) {
        // Everything that tap (u, v) sees: one pixel per output, `stride` apart.
        const top = u * dilation
        const left = v * dilation
        const seen = padded.stridedSlice(
          [0, top, left, 0],
          [
            1,
            top + (rows.outputs - 1) * stride + 1,
            left + (columns.outputs - 1) * stride + 1,
            channels,
          ],
          [1, stride, stride, 1],
        )
        const tap = filters.slice([u, v, 0, 0], [1, 1, channels, count])
        const seenRows = seen.reshape<tf.Tensor2D>([positions, channels])
        sum = sum.add(seenRows.matMul(tap.reshape<tf.Tensor2D>([channels, count])))
      }
    }
    return sum.reshape<tf.Tensor4D>([1, rows.outputs, columns.outputs, count])
  })
  // end solution
}

// solution
interface Axis {
  readonly outputs: number
  readonly before: number
  readonly after: number
}

/** Output size and zeros along one axis of `pixels` pixels, for a filter of `taps` taps. */
function planAxis(
  pixels: number,
  taps: number,
  stride: number,
  padding: Padding,
  dilation: number,
): Axis {
  const span = dilation * (taps - 1) + 1
  if (padding === 'valid') {
    return { outputs: Math.floor((pixels - span) / stride) + 1, before: 0, after: 0 }
  }
  const outputs = Math.ceil(pixels / stride)
  const zeros = Math.max((outputs - 1) * stride + span - pixels, 0)
  const before = Math.floor(zeros / 2)
  return { outputs, before, after: zeros - before }
}
// end solution
