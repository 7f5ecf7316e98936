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
  throw new Error('TODO pool2d: cut the image into windows, then reduce each window to one number')
}
