import * as tf from '@tensorflow/tfjs'

export type Activation = 'sigmoid' | 'relu' | 'linear'

/**
 * A convolutional layer without bias, written by hand:
 *
 *     z[0, i, j, n] = sum over u, v, k of image[0, i + u, j + v, k] * filters[u, v, k, n]
 *     output        = activation(z)
 *
 * The filters are not flipped, there is no padding (VALID) and the stride is 1. `tf.conv2d` and the
 * other convolution operations of TensorFlow.js are what you are rebuilding, so do not call them.
 *
 * @param image [1, H, W, K]: one image, H rows, W columns, K channels.
 * @param filters [fh, fw, K, N]: N filters, each as deep as the image.
 * @param activation applied to every sum; 'linear' returns the sums themselves.
 * @returns [1, H - fh + 1, W - fw + 1, N], float32: one feature map per filter. The inputs are
 *   neither changed nor disposed.
 */
export function conv2d(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  activation: Activation = 'sigmoid',
): tf.Tensor4D {
  throw new Error(
    'TODO conv2d: one patch per output pixel, times every filter, summed, through the activation',
  )
}
