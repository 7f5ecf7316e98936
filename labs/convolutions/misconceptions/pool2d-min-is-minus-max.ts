import * as tf from '@tensorflow/tfjs'
import { type Pooling, type PoolPadding, pool2d as right } from '#solutions/convolutions/pool2d.ts'

/** min(x) = -max(-x) with its inner sign forgotten. */
export function pool2d(
  image: tf.Tensor4D,
  size: number,
  kind: Pooling,
  padding: PoolPadding = 'valid',
): tf.Tensor4D {
  if (kind !== 'min') return right(image, size, kind, padding)
  return tf.tidy(() => tf.neg(right(image, size, 'max', padding)))
}
