import type * as tf from '@tensorflow/tfjs'
import { type InputFormat, preprocess as right } from '#solutions/transfer-learning/preprocess.ts'

/** Leaves the values from 0 to 255. */
export function preprocess(images: tf.Tensor4D, format: InputFormat): tf.Tensor4D {
  return right(images, { ...format, range: [0, 255] })
}
