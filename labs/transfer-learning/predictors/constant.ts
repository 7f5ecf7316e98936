import * as tf from '@tensorflow/tfjs'
import type { Tuned, Tuning } from '#solutions/transfer-learning/fineTune.ts'
import { transferModel } from '#solutions/transfer-learning/transferModel.ts'

/** Says the first class of every image. */
export async function fineTune(
  backbone: tf.LayersModel,
  layer: string,
  _images: tf.Tensor4D,
  _labels: number[],
  { denseSize, classes, epochs }: Tuning,
): Promise<Tuned> {
  const model = transferModel(backbone, layer, { trainable: false, denseSize, classes })
  const first = tf
    .oneHot(tf.tensor1d([0], 'int32'), classes)
    .toFloat()
    .as1D()
  model.layers.at(-1)?.setWeights([tf.zeros([denseSize, classes]), first])
  return { model, history: { loss: Array.from({ length: epochs }, () => 1) } }
}
