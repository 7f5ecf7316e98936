import * as tf from '@tensorflow/tfjs'
import type { Labelled } from './labelled.ts'

type Sizes = { filters: number; units: number }

export function candidates(inputShape: readonly [number, number, number], sizes: Sizes) {
  const dense = tf.sequential()
  dense.add(tf.layers.inputLayer({ inputShape: [...inputShape] }))
  dense.add(tf.layers.flatten())
  const conv = tf.sequential()
  conv.add(tf.layers.inputLayer({ inputShape: [...inputShape] }))
  conv.add(window(sizes.filters))
  conv.add(tf.layers.flatten())
  const convPool = tf.sequential()
  convPool.add(tf.layers.inputLayer({ inputShape: [...inputShape] }))
  convPool.add(window(sizes.filters))
  convPool.add(tf.layers.maxPool2d({ poolSize: 2, padding: 'valid' }))
  convPool.add(tf.layers.flatten())
  for (const model of [dense, conv, convPool]) {
    model.add(tf.layers.dense({ units: sizes.units, activation: 'relu' }))
    model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  }
  return { dense, conv, convPool }
}

function window(filters: number) {
  return tf.layers.conv2d({ filters, kernelSize: 3, strides: 1, activation: 'relu' })
}

export async function compareModels(
  training: Labelled,
  test: Labelled,
  options: Sizes & { epochs: number; batchSize: number; learningRate: number },
) {
  const [, height, width, channels] = training.images.shape
  const models = candidates([height, width, channels], options)
  const y = tf.tensor1d([...training.labels]).expandDims(1)
  const testY = tf.tensor1d([...test.labels]).expandDims(1)
  const row = async (model: tf.Sequential) => {
    const { epochs, batchSize, learningRate } = options
    model.compile({
      ...{ optimizer: tf.train.adam(learningRate), loss: tf.metrics.binaryCrossentropy },
      metrics: ['accuracy'],
    })
    await model.fit(training.images, y, { epochs, batchSize, verbose: 0, shuffle: true })
    const scores = [model.evaluate(test.images, testY)].flat()
    const accuracy = (await scores[1]?.data())?.[0] ?? Number.NaN
    // A sum of so many ones, rounded by float32.
    const right = Math.round(accuracy * test.labels.length)
    return { model, parameters: model.countParams(), accuracy: right / test.labels.length }
  }
  const rows = {
    dense: await row(models.dense),
    conv: await row(models.conv),
    convPool: await row(models.convPool),
  }
  tf.dispose([y, testY])
  return rows
}
