import * as tf from '@tensorflow/tfjs'
import { type JudgesBackbone, random } from '#kit'
import type { Pictures } from './pictures.ts'

const BATCH = 16
const RATE = 0.002

/**
 * What the pretrained weights are worth shows beside a network of the very same layers that starts from random ones
 * and sees the same examples as often: all of it trained, by adam, at a rate that serves it well.
 */
export async function fromScratch(
  { network, features }: JudgesBackbone,
  { images, labels, classes }: Pictures,
  { denseSize, epochs }: { readonly denseSize: number; readonly epochs: number },
): Promise<tf.LayersModel> {
  const model = await freshCopy(network, features, denseSize, classes)
  const optimizer = tf.train.adam(RATE)
  const order = labels.map((_, row) => row)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const drawn = random.numbers(order.length, 0, 1)
    const rows = order.toSorted((a, b) => (drawn[a] ?? 0) - (drawn[b] ?? 0))
    for (let start = 0; start < rows.length; start += BATCH) {
      const chosen = rows.slice(start, start + BATCH)
      tf.tidy(() => {
        const batch = images.gather(tf.tensor1d(chosen, 'int32'))
        const own = tf.tensor1d(
          chosen.map((row) => labels[row] ?? 0),
          'int32',
        )
        const wanted = tf.oneHot(own, classes)
        optimizer.minimize(() => {
          const said = model.apply(batch)
          if (!(said instanceof tf.Tensor))
            throw new TypeError('A model with one output gives one.')
          return tf.metrics.categoricalCrossentropy(wanted, said).mean().asScalar()
        })
      })
    }
  }
  optimizer.dispose()
  return model
}

/** The layers up to the features and the same head, with kernels as He and others start them, and biases of 0. */
async function freshCopy(
  network: tf.LayersModel,
  features: string,
  denseSize: number,
  classes: number,
): Promise<tf.LayersModel> {
  const copy = await tf.models.modelFromJSON(JSON.parse(String(network.toJSON())))
  const dense = tf.layers.dense({ units: denseSize, activation: 'relu' })
  const softmax = tf.layers.dense({ units: classes, activation: 'softmax' })
  const outputs = softmax.apply(dense.apply(copy.getLayer(features).output))
  if (!(outputs instanceof tf.SymbolicTensor)) throw new TypeError('A network has one output.')
  const model = tf.model({ inputs: copy.inputs, outputs })
  const fresh = model.getWeights().map(({ shape }) => {
    const inputs = tf.util.sizeFromShape(shape.slice(0, -1))
    return shape.length === 1
      ? tf.zeros(shape)
      : random.normal(shape, { std: Math.sqrt(2 / inputs) })
  })
  model.setWeights(fresh)
  return model
}
