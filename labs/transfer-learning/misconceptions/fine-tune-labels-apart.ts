import * as tf from '@tensorflow/tfjs'
import {
  fineTune as right,
  type Tuned,
  type Tuning,
} from '#solutions/transfer-learning/fineTune.ts'

/** Shuffles the images, and not their labels. */
export async function fineTune(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  labels: number[],
  tuning: Tuning,
): Promise<Tuned> {
  const order = labels.map((_, row) => row)
  tf.util.shuffle(order)
  const shuffled = images.gather(tf.tensor1d(order, 'int32'))
  return right(backbone, layer, shuffled, labels, tuning)
}
