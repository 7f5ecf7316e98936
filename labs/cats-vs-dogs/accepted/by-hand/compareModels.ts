import * as tf from '@tensorflow/tfjs'
import type { Labelled } from './labelled.ts'

interface Sizes {
  filters: number
  units: number
}

/** Functional models from one recipe. */
export function candidates(inputShape: readonly [number, number, number], sizes: Sizes) {
  return {
    dense: network(inputShape, sizes, []),
    conv: network(inputShape, sizes, ['conv']),
    convPool: network(inputShape, sizes, ['conv', 'pool']),
  }
}

function network(
  inputShape: readonly [number, number, number],
  { filters, units }: Sizes,
  front: readonly ('conv' | 'pool')[],
): tf.LayersModel {
  const input = tf.input({ shape: [...inputShape] })
  const layers = front.flatMap((kind): tf.layers.Layer[] =>
    kind === 'conv'
      ? [tf.layers.conv2d({ filters, kernelSize: [3, 3] }), tf.layers.reLU()]
      : [tf.layers.maxPooling2d({ poolSize: [2, 2], strides: [2, 2] })],
  )
  layers.push(tf.layers.flatten(), tf.layers.dense({ units }), tf.layers.reLU())
  layers.push(tf.layers.dense({ units: 1 }), tf.layers.activation({ activation: 'sigmoid' }))
  let value = input
  for (const layer of layers) {
    const next = layer.apply(value)
    if (!(next instanceof tf.SymbolicTensor)) throw new TypeError('one symbol')
    value = next
  }
  return tf.model({ inputs: input, outputs: value })
}

export async function compareModels(
  training: Labelled,
  test: Labelled,
  options: Sizes & { epochs: number; batchSize: number; learningRate: number },
) {
  const [, height, width, channels] = training.images.shape
  const models = candidates([height, width, channels], options)
  const rows = await Promise.all(
    Object.values(models).map(async (model) => {
      await fitted(model, training, options)
      const right = tf.tidy(() => {
        const output = model.predict(test.images, { batchSize: 16 })
        if (!(output instanceof tf.Tensor)) throw new TypeError('one output')
        const labels = tf.tensor1d([...test.labels], 'bool')
        return output.reshape([-1]).greater(0.5).equal(labels).sum()
      })
      const accuracy = (await right.data())[0] ?? 0
      const parameters = model.weights.reduce((sum, { shape }) => sum + product(shape), 0)
      return { model, parameters, accuracy: accuracy / test.labels.length }
    }),
  )
  const [dense, conv, convPool] = rows
  return { dense, conv, convPool }
}

/** One step for each batch, in the order that a shuffle gives. */
async function fitted(
  model: tf.LayersModel,
  { images, labels }: Labelled,
  { epochs, batchSize, learningRate }: { epochs: number; batchSize: number; learningRate: number },
): Promise<void> {
  const optimizer = tf.train.adam(learningRate)
  const places = [...labels.keys()]
  for (let epoch = 0; epoch < epochs; epoch++) {
    tf.util.shuffle(places)
    for (let start = 0; start < places.length; start += batchSize) {
      const rows = places.slice(start, start + batchSize)
      const batch = images.gather(tf.tensor1d(rows, 'int32'))
      const wanted = tf.tensor2d(rows.map((row) => [labels[row] ?? 0]))
      optimizer.minimize(() => {
        const output = model.apply(batch, { training: true })
        if (!(output instanceof tf.Tensor)) throw new TypeError('one output')
        return tf.losses.logLoss(wanted, output).asScalar()
      })
      tf.dispose([batch, wanted])
    }
  }
}

function product(shape: tf.Shape): number {
  return shape.reduce<number>((size, each) => size * (each ?? 1), 1)
}
