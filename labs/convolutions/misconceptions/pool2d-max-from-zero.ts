import * as tf from '@tensorflow/tfjs'
import { type Pooling, type PoolPadding, pool2d as right } from '#solutions/convolutions/pool2d.ts'

/** The search for the maximum starts at 0, and no negative number beats that. */
export function pool2d(
  image: tf.Tensor4D,
  size: number,
  kind: Pooling,
  padding: PoolPadding = 'valid',
): tf.Tensor4D {
  return tf.tidy(() => {
    const pooled = right(image, size, kind, padding)
    return kind === 'max' ? tf.maximum(pooled, 0) : pooled
  })
}
