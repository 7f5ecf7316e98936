import * as tf from '@tensorflow/tfjs'

/** Within a patch the channel moves slowest: all of channel 0, then all of channel 1. */
export function im2col(image: tf.Tensor4D, filterHeight: number, filterWidth: number): tf.Tensor4D {
  const [, height, width, channels] = image.shape
  const outputHeight = height - filterHeight + 1
  const outputWidth = width - filterWidth + 1
  return tf.tidy(() => {
    const places: tf.Tensor4D[] = []
    for (let k = 0; k < channels; k++) {
      for (let u = 0; u < filterHeight; u++) {
        for (let v = 0; v < filterWidth; v++) {
          places.push(image.slice([0, u, v, k], [1, outputHeight, outputWidth, 1]))
        }
      }
    }
    return tf.concat(places, 3)
  })
}
