import * as tf from '@tensorflow/tfjs'
import { type Pooling, type PoolPadding, pool2d as right } from '#solutions/convolutions/pool2d.ts'

/** Keeps the windows that are only partly inside the image, also where 'valid' drops them. */
export function pool2d(
  image: tf.Tensor4D,
  size: number,
  kind: Pooling,
  padding: PoolPadding = 'valid',
): tf.Tensor4D {
  if (padding === 'same') return right(image, size, kind, padding)
  const beyond = { max: Number.NEGATIVE_INFINITY, min: Number.POSITIVE_INFINITY, average: 0 }[kind]
  return tf.tidy(() => {
    const sums = right(atTheEnd(image, size, beyond), size, kind)
    if (kind !== 'average') return sums
    return sums.div<tf.Tensor4D>(right(atTheEnd(tf.onesLike(image), size, 0), size, kind))
  })
}

/** Continues the image to the right and below, up to the next multiple of `size`. */
function atTheEnd(image: tf.Tensor4D, size: number, filler: number): tf.Tensor4D {
  const [, height, width] = image.shape
  const missing = (pixels: number): [number, number] => [
    0,
    Math.ceil(pixels / size) * size - pixels,
  ]
  return image.pad<tf.Tensor4D>([[0, 0], missing(height), missing(width), [0, 0]], filler)
}
