import * as tf from '@tensorflow/tfjs'
import { accuracy, type JudgesBackbone, random } from '#kit'
import type { Pictures } from './pictures.ts'

const BATCH = 16
const RATE = 0.002
/** Networks with more weights than this take minutes to train. */
const LARGE = 100_000

interface Setting {
  readonly denseSize: number
  readonly epochs: number
}

/**
 * What the pretrained weights are worth shows beside a network of the very same layers that starts from random ones
 * and sees the same examples as often: all of it trained, by adam, at a rate that serves it well. A large backbone is
 * replaced by three small convolutions on the pictures in their own size, which so few examples can teach more.
 * @returns the share of `others` that it gets right
 */
export async function fromScratch(
  { network, features }: JudgesBackbone,
  few: Pictures,
  others: Pictures,
  { denseSize, epochs }: Setting,
): Promise<number> {
  // A graph cannot be trained at all.
  const isLarge = network.countParams() > LARGE || network.countParams() === 0
  const read = ({ images, small }: Pictures) => (isLarge ? small : images)
  const body = isLarge ? smallBody(few.small) : await copyOf(network, features)
  const [output] = body.outputs
  if (output === undefined) throw new TypeError('A layer of features has one output.')
  const dense = tf.layers.dense({ units: denseSize, activation: 'relu' })
  const softmax = tf.layers.dense({ units: few.classes, activation: 'softmax' })
  const answer = softmax.apply(dense.apply(output))
  if (!(answer instanceof tf.SymbolicTensor)) throw new TypeError('A network has one output.')
  const model = tf.model({ inputs: body.inputs, outputs: answer })
  for (const layer of model.layers) refresh(layer)
  learn(model, read(few), few, epochs)
  return accuracy(model.predict(read(others), { batchSize: 100 }), others.labels)
}

function learn(
  model: tf.LayersModel,
  images: tf.Tensor4D,
  { labels, classes }: Pictures,
  epochs: number,
): void {
  const optimizer = tf.train.adam(RATE)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const drawn = random.numbers(labels.length, 0, 1)
    const order = [...labels.keys()].toSorted((a, b) => (drawn[a] ?? 0) - (drawn[b] ?? 0))
    for (let start = 0; start < order.length; start += BATCH) {
      const rows = order.slice(start, start + BATCH)
      tf.tidy(() => {
        const batch = images.gather(tf.tensor1d(rows, 'int32'))
        const own = rows.map((row) => labels[row] ?? 0)
        const wanted = tf.oneHot(tf.tensor1d(own, 'int32'), classes)
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
}

/** The layers up to the features. */
async function copyOf(network: tf.LayersModel, features: string): Promise<tf.LayersModel> {
  const copy = await tf.models.modelFromJSON(JSON.parse(String(network.toJSON())))
  return tf.model({ inputs: copy.inputs, outputs: copy.getLayer(features).output })
}

function smallBody({ shape }: tf.Tensor4D): tf.LayersModel {
  const convolution = (filters: number) =>
    tf.layers.conv2d({ filters, kernelSize: 3, activation: 'relu' })
  const pooling = () => tf.layers.maxPooling2d({ poolSize: 2 })
  return tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: shape.slice(1) }),
      ...[convolution(8), pooling(), convolution(16), pooling(), convolution(32), pooling()],
      tf.layers.flatten(),
    ],
  })
}

/** Only kernels are drawn: the scales of a normalisation start at 1, as the layer was made. */
function refresh(layer: tf.layers.Layer): void {
  const weights = layer.getWeights()
  if (weights.length === 0) return
  layer.setWeights(
    weights.map((weight) => {
      if (weight.rank === 1) return weight
      const inputs = tf.util.sizeFromShape(weight.shape.slice(0, -1))
      return random.normal(weight.shape, { std: Math.sqrt(2 / inputs) })
    }),
  )
}
