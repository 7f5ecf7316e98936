import type * as tf from '@tensorflow/tfjs'
import { type InputFormat, preprocess as right } from '#solutions/transfer-learning/preprocess.ts'

/** Frees the caller's images. */
export function preprocess(images: tf.Tensor4D, format: InputFormat): tf.Tensor4D {
  const fit = right(images, format)
  images.dispose()
  return fit
}
