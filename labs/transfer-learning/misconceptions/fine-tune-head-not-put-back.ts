import type * as tf from '@tensorflow/tfjs'
import {
  fineTune as right,
  type Tuned,
  type Tuning,
} from '#solutions/transfer-learning/fineTune.ts'
import { transferModel } from '#solutions/transfer-learning/transferModel.ts'

/** Trains a head, and returns the model with another one. */
export async function fineTune(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  labels: number[],
  tuning: Tuning,
): Promise<Tuned> {
  const { history } = await right(backbone, layer, images, labels, tuning)
  const { denseSize, classes } = tuning
  const model = transferModel(backbone, layer, { trainable: false, denseSize, classes })
  return { model, history }
}
