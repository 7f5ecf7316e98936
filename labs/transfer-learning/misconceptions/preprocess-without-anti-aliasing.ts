import * as tf from '@tensorflow/tfjs'
import type { InputFormat } from '#solutions/transfer-learning/preprocess.ts'

/** Reads two or four pixels at each place, however many lie between. */
export function preprocess(
  images: tf.Tensor4D,
  { height, width, range }: InputFormat,
): tf.Tensor4D {
  const [low, high] = range
  return tf.tidy(() =>
    tf.image
      .resizeBilinear(images, [height, width], false, true)
      .mul((high - low) / 255)
      .add<tf.Tensor4D>(low),
  )
}
