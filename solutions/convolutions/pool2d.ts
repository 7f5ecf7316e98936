import * as tf from '@tensorflow/tfjs'

export type Pooling = 'max' | 'min' | 'average'
export type PoolPadding = 'valid' | 'same'

/**
 * Pooling with windows of `size` x `size` that do not overlap (the stride equals the size). Each
 * channel is pooled on its own. Along an axis of n pixels:
 *
 *     'valid'   floor(n / size) windows; pixels left over at the end are dropped
 *     'same'    ceil(n / size) windows; the last and perhaps the first hang over the edge:
 *               overhang = windows * size - n, of which floor(overhang / 2) comes before the image
 *
 * Where a window hangs over the edge, only the pixels inside the image count: for the maximum, for
 * the minimum, and for the average, which is divided by how many they are.
 *
 * @param image [1, H, W, K].
 * @param size side of the window, at least 1 (and at most H and W for 'valid').
 * @param kind what is kept of each window.
 * @returns [1, H', W', K], float32. The image is neither changed nor disposed.
 */
export function pool2d(
  image: tf.Tensor4D,
  size: number,
  kind: Pooling,
  padding: PoolPadding = 'valid',
): tf.Tensor4D {
  // solution: cut the image into windows, then reduce each window to one number
  return tf.tidy(() => {
    switch (kind) {
      case 'max':
        return windows(image, size, padding, Number.NEGATIVE_INFINITY).max<tf.Tensor4D>([2, 4])
      case 'min':
        return windows(image, size, padding, Number.POSITIVE_INFINITY).min<tf.Tensor4D>([2, 4])
      case 'average': {
        const sums = windows(image, size, padding, 0).sum<tf.Tensor4D>([2, 4])
        const counts = windows(tf.onesLike(image), size, padding, 0).sum<tf.Tensor4D>([2, 4])
        return sums.div<tf.Tensor4D>(counts)
      }
    }
  })
  // end solution
}

// solution
/**
 * [1, H, W, K] to [1, H', size, W', size, K]: axes 2 and 4 run inside a window. `filler` stands where
 * a window hangs over the edge and must not change what the window is reduced to.
 */
function windows(
  image: tf.Tensor4D,
  size: number,
  padding: PoolPadding,
  filler: number,
): tf.Tensor {
  const [, height, width, channels] = image.shape
  const rows = planAxis(height, size, padding)
  const columns = planAxis(width, size, padding)
  return image
    .slice([0, 0, 0, 0], [1, rows.used, columns.used, channels])
    .pad(
      [
        [0, 0],
        [rows.before, rows.after],
        [columns.before, columns.after],
        [0, 0],
      ],
      filler,
    )
    .reshape([1, rows.windows, size, columns.windows, size, channels])
}

/** Windows along one axis, how many pixels they use, and the overhang at both ends. */
function planAxis(pixels: number, size: number, padding: PoolPadding) {
  if (padding === 'valid') {
    const windows = Math.floor(pixels / size)
    return { windows, used: windows * size, before: 0, after: 0 }
  }
  const windows = Math.ceil(pixels / size)
  const overhang = windows * size - pixels
  const before = Math.floor(overhang / 2)
  return { windows, used: pixels, before, after: overhang - before }
}
// end solution
