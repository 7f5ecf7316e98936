import * as tf from '@tensorflow/tfjs'
import { transferModel } from './transferModel.ts'

/** Epochs in which everything learns, of all. */
const ALL = 1 / 3

/** First the head on the frozen backbone, then the whole network with small steps. */
export async function fineTune(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  labels: number[],
  { classes, denseSize, epochs }: { classes: number; denseSize: number; epochs: number },
) {
  const model = transferModel(backbone, layer, { trainable: false, denseSize, classes })
  const wanted = tf.tidy(() => tf.oneHot(labels, classes).toFloat())
  const last = Math.floor(epochs * ALL)
  const history: number[] = []
  for (const [rate, count] of [
    [0.004, epochs - last],
    [0.0003, last],
  ] as const) {
    if (count === 0) continue
    model.compile({ optimizer: tf.train.adam(rate), loss: 'categoricalCrossentropy' })
    const ran = await model.fit(images, wanted, { epochs: count, batchSize: 16, verbose: 0 })
    history.push(...(ran.history['loss'] ?? []).map(Number))
    backbone.trainable = true
  }
  wanted.dispose()
  return { model, history: { loss: history } }
}
