import * as tf from '@tensorflow/tfjs'
import type { Tuned, Tuning } from '#solutions/transfer-learning/fineTune.ts'
import { transferModel } from '#solutions/transfer-learning/transferModel.ts'

/** Makes nothing of what was pretrained: the same layers with fresh weights, all of them trained. */
export async function fineTune(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  labels: number[],
  { denseSize, classes, epochs }: Tuning,
): Promise<Tuned> {
  const model = transferModel(backbone, layer, { trainable: true, denseSize, classes })
  const fresh = model.getWeights().map(({ shape }) => {
    const inputs = tf.util.sizeFromShape(shape.slice(0, -1))
    return shape.length === 1 ? tf.zeros(shape) : tf.randomNormal(shape, 0, Math.sqrt(2 / inputs))
  })
  model.setWeights(fresh)
  model.compile({ optimizer: tf.train.adam(0.002), loss: 'categoricalCrossentropy' })
  const wanted = tf.oneHot(tf.tensor1d(labels, 'int32'), classes).toFloat()
  const { history } = await model.fit(images, wanted, { epochs, batchSize: 16, verbose: 0 })
  return { model, history: { loss: (history['loss'] ?? []).map(Number) } }
}
