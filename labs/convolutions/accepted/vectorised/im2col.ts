import * as tf from '@tensorflow/tfjs'

/** One gather: the place of every number of every patch in the flat image. */
export function im2col(image: tf.Tensor4D, filterHeight: number, filterWidth: number): tf.Tensor4D {
  return tf.tidy(() => {
    const [, height, width, channels] = image.shape
    const rows = height - filterHeight + 1
    const columns = width - filterWidth + 1
    const along = (length: number, step: number, axis: number) => {
      const shape = [1, 1, 1, 1, 1]
      shape[axis] = length
      return tf.range(0, length).mul(step).reshape(shape)
    }
    // Axes: row and column of the output, row and column in the patch, channel.
    const places = along(rows, width * channels, 0)
      .add(along(columns, channels, 1))
      .add(along(filterHeight, width * channels, 2))
      .add(along(filterWidth, channels, 3))
      .add(along(channels, 1, 4))
    const numbers = filterHeight * filterWidth * channels
    return image
      .flatten()
      .gather(places.flatten().toInt())
      .reshape<tf.Tensor4D>([1, rows, columns, numbers])
  })
}
