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
  // solution: one patch per output pixel, times every filter, summed, through the activation
  const [, height, width, channels] = image.shape
  const [filterHeight, filterWidth, depth, count] = filters.shape
  if (depth !== channels) {
    throw new RangeError(`filters are ${depth} deep, but the image has ${channels} channels`)
  }
  const outputHeight = height - filterHeight + 1
  const outputWidth = width - filterWidth + 1
  return tf.tidy(() => {
    const pixels: tf.Tensor[] = []
    for (let i = 0; i < outputHeight; i++) {
      for (let j = 0; j < outputWidth; j++) {
        const patch = image.slice([0, i, j, 0], [1, filterHeight, filterWidth, channels])
        // [fh, fw, K, 1] broadcasts against [fh, fw, K, N]: every filter sees the same patch.
        const products = patch.reshape([filterHeight, filterWidth, channels, 1]).mul(filters)
        pixels.push(products.sum([0, 1, 2]))
      }
    }
    const sums = tf.stack(pixels).reshape<tf.Tensor4D>([1, outputHeight, outputWidth, count])
    return activate(sums, activation)
  })
  // end solution
}

// solution
function activate(sums: tf.Tensor4D, activation: Activation): tf.Tensor4D {
  switch (activation) {
    case 'sigmoid':
      return tf.sigmoid(sums)
    case 'relu':
      return tf.relu(sums)
    case 'linear':
      return sums
  }
}
// end solution
