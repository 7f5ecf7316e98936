import type * as tf from '@tensorflow/tfjs'
import { type InputFormat, preprocess as right } from '#solutions/transfer-learning/preprocess.ts'

/** Scales to [0, 1], whatever the backbone reads. */
export function preprocess(images: tf.Tensor4D, format: InputFormat): tf.Tensor4D {
  return right(images, { ...format, range: [0, 1] })
}
