import * as tf from '@tensorflow/tfjs'

/** One strided picture for each place in the window; the picture with all of them is reduced at once. */
export function pool2d(
  image: tf.Tensor4D,
  size: number,
  kind: 'max' | 'min' | 'average',
  padding: 'valid' | 'same' = 'valid',
): tf.Tensor4D {
  return tf.tidy(() => {
    if (kind === 'min') return tf.neg(pool2d(tf.neg(image), size, 'max', padding))
    if (kind === 'max') return places(image, size, padding, -1e38).max<tf.Tensor4D>(0)
    const total = places(image, size, padding, 0).sum<tf.Tensor4D>(0)
    return total.div<tf.Tensor4D>(places(tf.onesLike(image), size, padding, 0).sum(0))
  })
}

/** [size * size, 1, H', W', K]: what all windows hold at each of their places. */
function places(image: tf.Tensor4D, size: number, padding: 'valid' | 'same', outside: number) {
  const [, height, width, channels] = image.shape
  const outputs = (n: number) => (padding === 'same' ? Math.ceil(n / size) : Math.floor(n / size))
  const around = (n: number): [number, number] => {
    const zeros = Math.max(0, outputs(n) * size - n)
    return [Math.floor(zeros / 2), Math.ceil(zeros / 2)]
  }
  const padded = tf.pad(image, [[0, 0], around(height), around(width), [0, 0]], outside)
  const [bottom, right] = [outputs(height) * size, outputs(width) * size]
  const pictures: tf.Tensor[] = []
  for (let u = 0; u < size; u++) {
    for (let v = 0; v < size; v++) {
      const end = [1, bottom, right, channels]
      pictures.push(padded.stridedSlice([0, u, v, 0], end, [1, size, size, 1]))
    }
  }
  return tf.stack(pictures)
}
