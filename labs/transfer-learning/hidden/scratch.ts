import * as tf from '@tensorflow/tfjs'
import { accuracy, type JudgesBackbone, random } from '#kit'
import { onlyTensor } from './networks.ts'
import type { Pictures } from './pictures.ts'

const BATCH = 16
const RATE = 0.002
/** Networks with more weights than this stay frozen when they start from random ones: to train them takes minutes. */
const LARGE = 100_000

interface Setting {
  readonly denseSize: number
  readonly epochs: number
}

/**
 * What the pretrained weights are worth shows beside a network of the very same layers that starts from random ones
 * and sees the same examples as often: all of it trained, by adam, at a rate that serves it well. Of a large network
 * the head alone is trained.
 * @returns the share of `others` that it gets right
 */
export async function fromScratch(
  { network, features }: JudgesBackbone,
  few: Pictures,
  others: Pictures,
  { denseSize, epochs }: Setting,
): Promise<number> {
  const body = await freshBody(network, features)
  const head = freshHead(body.outputs[0]?.shape[1] ?? 0, denseSize, few.classes)
  const isLarge = body.countParams() > LARGE
  const seen = (images: tf.Tensor4D) => onlyTensor(body.predict(images, { batchSize: BATCH }))
  const ready = isLarge ? seen(few.images) : few.images
  const answer = (rows: tf.Tensor) => {
    const output = head.apply(isLarge ? rows : body.apply(rows))
    if (!(output instanceof tf.Tensor)) throw new TypeError('A model with one output gives one.')
    return output
  }
  learn(answer, { ...few, inputs: ready }, epochs)
  return accuracy(
    tf.tidy(() => onlyTensor(head.predict(seen(others.images)))),
    others.labels,
  )
}

interface Examples extends Omit<Pictures, 'images'> {
  /** [n, ...] */
  readonly inputs: tf.Tensor
}

function learn(
  answer: (rows: tf.Tensor) => tf.Tensor,
  { inputs, labels, classes }: Examples,
  epochs: number,
): void {
  const optimizer = tf.train.adam(RATE)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const drawn = random.numbers(labels.length, 0, 1)
    const order = [...labels.keys()].toSorted((a, b) => (drawn[a] ?? 0) - (drawn[b] ?? 0))
    for (let start = 0; start < order.length; start += BATCH) {
      const rows = order.slice(start, start + BATCH)
      tf.tidy(() => {
        const batch = inputs.gather(tf.tensor1d(rows, 'int32'))
        const own = rows.map((row) => labels[row] ?? 0)
        const wanted = tf.oneHot(tf.tensor1d(own, 'int32'), classes)
        optimizer.minimize(() =>
          tf.metrics.categoricalCrossentropy(wanted, answer(batch)).mean().asScalar(),
        )
      })
    }
  }
  optimizer.dispose()
}

/** The layers up to the features, with kernels as He and others start them, and biases of 0. */
async function freshBody(network: tf.LayersModel, features: string): Promise<tf.LayersModel> {
  const copy = await tf.models.modelFromJSON(JSON.parse(String(network.toJSON())))
  const body = tf.model({ inputs: copy.inputs, outputs: copy.getLayer(features).output })
  for (const layer of body.layers) refresh(layer)
  return body
}

function freshHead(size: number, denseSize: number, classes: number): tf.LayersModel {
  const head = tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [size], units: denseSize, activation: 'relu' }),
      tf.layers.dense({ units: classes, activation: 'softmax' }),
    ],
  })
  for (const layer of head.layers) refresh(layer)
  return head
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
