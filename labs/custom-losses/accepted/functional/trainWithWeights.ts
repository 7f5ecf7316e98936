import * as tf from '@tensorflow/tfjs'
import { network } from './network.ts'
import { weightedCategoricalCrossentropy } from './weightedCategoricalCrossentropy.ts'

/** `fit` with its own history. */
export async function trainWithWeights(
  images: tf.Tensor2D,
  labels: tf.Tensor2D,
  weights: number[],
  { epochs = 10, batchSize = 16 }: { epochs?: number; batchSize?: number } = {},
) {
  const model = network({
    inputDim: images.shape[1],
    hidden: [64, 32],
    classes: labels.shape[1],
  })
  model.compile({
    optimizer: tf.train.adam(0.002),
    loss: weightedCategoricalCrossentropy(weights),
    metrics: ['accuracy'],
  })
  const { history } = await model.fit(images, labels, { epochs, batchSize, verbose: 0 })
  const numbers = (name: string) => (history[name] ?? []).map((value) => Number(value))
  return { model, history: { loss: numbers('loss'), acc: numbers('acc') } }
}
