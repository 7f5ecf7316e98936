import type * as tf from '@tensorflow/tfjs'

/** Pictures and what they show: picture i is of class `labels[i]`. */
export interface Labelled {
  /** [n, height, width, channels], float32 from 0 (dark) to 1 (bright). */
  readonly images: tf.Tensor4D
  /** n class numbers: 0 for a cat, 1 for a dog. */
  readonly labels: readonly number[]
}
