import * as tf from '@tensorflow/tfjs'
import { featureVectors } from './featureVectors.ts'
import { transferModel } from './transferModel.ts'

const BATCH = 8

/** The head of the model itself, on features that are computed once, step by step with an explicit loss. */
export async function fineTune(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  labels: number[],
  options: { classes: number; denseSize: number; epochs: number },
) {
  const { classes, denseSize, epochs } = options
  const model = transferModel(backbone, layer, { trainable: false, denseSize, classes })
  const [dense, relu, sums, softmax] = model.layers.slice(-4)
  const features = await featureVectors(backbone, layer, images, 16)
  const optimizer = tf.train.adam(0.003)
  const loss: number[] = []
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = labels.map((_, row) => row)
    tf.util.shuffle(order)
    let sum = 0
    for (let start = 0; start < order.length; start += BATCH) {
      const rows = order.slice(start, start + BATCH)
      const [cost = 0] = tf.tidy(() => {
        const seen = features.gather(rows)
        const wanted = tf.oneHot(
          rows.map((row) => labels[row] ?? 0),
          classes,
        )
        const mean = optimizer.minimize(() => {
          const hidden = relu?.apply(dense?.apply(seen) as tf.Tensor)
          const said = softmax?.apply(sums?.apply(hidden as tf.Tensor) as tf.Tensor) as tf.Tensor
          return tf.metrics.categoricalCrossentropy(wanted, said).mean() as tf.Scalar
        }, true)
        return [mean?.dataSync()[0] ?? 0]
      })
      sum += cost * rows.length
      await tf.nextFrame()
    }
    loss.push(sum / order.length)
  }
  features.dispose()
  optimizer.dispose()
  return { model, history: { loss } }
}
