import * as tf from '@tensorflow/tfjs'
import { weightedCategoricalCrossentropy } from './weightedCategoricalCrossentropy.ts'

interface Options {
  epochs?: number
  batchSize?: number
}

/** A training loop of its own: shuffle, cut batches, minimise. */
export async function trainWithWeights(
  images: tf.Tensor2D,
  labels: tf.Tensor2D,
  weights: number[],
  { epochs = 10, batchSize = 16 }: Options = {},
) {
  const [count, inputDim] = images.shape
  const model = tf.sequential()
  model.add(tf.layers.dense({ units: 64, activation: 'relu', inputDim }))
  model.add(tf.layers.dense({ units: 32, activation: 'relu' }))
  model.add(tf.layers.dense({ units: labels.shape[1], activation: 'softmax' }))
  const cost = weightedCategoricalCrossentropy(weights)
  const optimizer = tf.train.adam(0.003)
  const loss: number[] = []
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = tf.util.createShuffledIndices(count)
    let total = 0
    for (let start = 0; start < count; start += batchSize) {
      const batch = tf.tensor1d(Int32Array.from(order.slice(start, start + batchSize)), 'int32')
      const [x, y] = [images.gather(batch), labels.gather(batch)]
      const step = optimizer.minimize(() => cost(y, forward(model, x)), true)
      const [value = Number.NaN] = step === null ? [] : await step.data()
      total += value * batch.size
      tf.dispose([batch, x, y])
      step?.dispose()
    }
    loss.push(total / count)
  }
  return { model, history: { loss } }
}

function forward(model: tf.LayersModel, x: tf.Tensor): tf.Tensor {
  const output = model.apply(x, { training: true })
  if (output instanceof tf.Tensor) return output
  throw new TypeError('a model with one output gives one tensor')
}
