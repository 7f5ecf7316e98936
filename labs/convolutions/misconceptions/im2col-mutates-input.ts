import type * as tf from '@tensorflow/tfjs'
import { im2col as right } from '#solutions/convolutions/im2col.ts'

/** Disposes of the caller's image once the patches are made. */
export function im2col(image: tf.Tensor4D, filterHeight: number, filterWidth: number): tf.Tensor4D {
  const patches = right(image, filterHeight, filterWidth)
  image.dispose()
  return patches
}
