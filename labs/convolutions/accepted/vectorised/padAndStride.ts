import * as tf from '@tensorflow/tfjs'

/** Which pixels of the padded axis each tap reads: gathered at once, then one matrix product. */
export function padAndStride(
  image: tf.Tensor4D,
  filters: tf.Tensor4D,
  options: { stride?: number; padding?: 'valid' | 'same'; dilation?: number } = {},
): tf.Tensor4D {
  const { stride = 1, padding = 'valid', dilation = 1 } = options
  const [, height, width, channels] = image.shape
  const [fh, fw, , count] = filters.shape

  const axis = (n: number, taps: number) => {
    const span = (taps - 1) * dilation + 1
    const size = padding === 'same' ? Math.ceil(n / stride) : Math.ceil((n - span + 1) / stride)
    const zeros = padding === 'same' ? Math.max(0, (size - 1) * stride + span - n) : 0
    const before = Math.trunc(zeros / 2)
    const indices = Array.from({ length: size * taps }, (_, at) => {
      const output = Math.trunc(at / taps)
      return output * stride + (at % taps) * dilation
    })
    return { size, indices, around: [before, zeros - before] as [number, number] }
  }
  const rows = axis(height, fh)
  const columns = axis(width, fw)

  return tf.tidy(() => {
    const padded = tf.pad(image, [[0, 0], rows.around, columns.around, [0, 0]])
    const taps = padded
      .gather(tf.tensor1d(rows.indices, 'int32'), 1)
      .gather(tf.tensor1d(columns.indices, 'int32'), 2)
      .reshape([rows.size, fh, columns.size, fw, channels])
      .transpose([0, 2, 1, 3, 4])
      .reshape([rows.size * columns.size, fh * fw * channels])
    return taps
      .matMul(filters.reshape([fh * fw * channels, count]))
      .reshape<tf.Tensor4D>([1, rows.size, columns.size, count])
  })
}
