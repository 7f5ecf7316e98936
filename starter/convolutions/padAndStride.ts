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
  throw new Error(
    'TODO padAndStride: plan each axis, pad once, then add up one shifted image per tap of the filter',
  )
}
