import * as tf from '@tensorflow/tfjs'
import { type Pooling, type PoolPadding, pool2d as right } from '#solutions/convolutions/pool2d.ts'

/** Divides every sum by size * size, also where a window holds fewer pixels. */
export function pool2d(
  image: tf.Tensor4D,
  size: number,
  kind: Pooling,
  padding: PoolPadding = 'valid',
): tf.Tensor4D {
  if (kind !== 'average' || padding === 'valid') return right(image, size, kind, padding)
  return tf.tidy(() => right(withZeros(image, size), size, kind))
}

function withZeros(image: tf.Tensor4D, size: number): tf.Tensor4D {
  const [, height, width] = image.shape
  const around = (pixels: number): [number, number] => {
    const overhang = Math.ceil(pixels / size) * size - pixels
    return [Math.floor(overhang / 2), Math.ceil(overhang / 2)]
  }
  return image.pad<tf.Tensor4D>([[0, 0], around(height), around(width), [0, 0]])
}
