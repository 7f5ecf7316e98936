import * as tf from '@tensorflow/tfjs'

/** Within a patch the column moves slowest: each patch lies on its side. */
export function im2col(image: tf.Tensor4D, filterHeight: number, filterWidth: number): tf.Tensor4D {
  const [, height, width, channels] = image.shape
  const outputHeight = height - filterHeight + 1
  const outputWidth = width - filterWidth + 1
  return tf.tidy(() => {
    const places: tf.Tensor4D[] = []
    for (let v = 0; v < filterWidth; v++) {
      for (let u = 0; u < filterHeight; u++) {
        places.push(image.slice([0, u, v, 0], [1, outputHeight, outputWidth, channels]))
      }
    }
    return tf.concat(places, 3)
  })
}
