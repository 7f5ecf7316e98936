import * as tf from '@tensorflow/tfjs'

/**
 * Lays out every patch that a filter of fh x fw sees (VALID, stride 1) as one row of numbers, so that
 * a convolution becomes a single matrix product:
 *
 *     patches[0, i, j, (u*fw + v)*K + k] = image[0, i + u, j + v, k]
 *
 * Within a patch the row u moves slowest, then the column v, and the channel k fastest: the order in
 * which filters [fh, fw, K, N] are flattened by `reshape([fh*fw*K, N])`.
 *
 * @param image [1, H, W, K].
 * @param filterHeight fh, 1 <= fh <= H.
 * @param filterWidth fw, 1 <= fw <= W.
 * @returns [1, H - fh + 1, W - fw + 1, fh*fw*K]. The image is neither changed nor disposed.
 */
export function im2col(image: tf.Tensor4D, filterHeight: number, filterWidth: number): tf.Tensor4D {
  throw new Error(
    'TODO im2col: for each place (u, v) in the patch, what all patches hold there; then join them',
  )
}
