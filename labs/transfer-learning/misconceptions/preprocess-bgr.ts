import type * as tf from '@tensorflow/tfjs'
import { type InputFormat, preprocess as right } from '#solutions/transfer-learning/preprocess.ts'

/** Turns red, green, blue round. */
export function preprocess(images: tf.Tensor4D, format: InputFormat): tf.Tensor4D {
  return right(images, format).reverse(3)
}
