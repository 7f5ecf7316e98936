import * as tf from '@tensorflow/tfjs'
import { buildModel } from '#solutions/custom-losses/buildModel.ts'
import type { Trained, TrainingOptions } from '#solutions/custom-losses/trainWithWeights.ts'
import { weightedCategoricalCrossentropy } from '#solutions/custom-losses/weightedCategoricalCrossentropy.ts'

/** Trains the large network of the first task. */
export async function trainWithWeights(
  images: tf.Tensor2D,
  labels: tf.Tensor2D,
  weights: number[],
  { epochs = 10, batchSize = 16 }: TrainingOptions = {},
): Promise<Trained> {
  const model = buildModel(images.shape[1], labels.shape[1])
  model.compile({ optimizer: tf.train.adam(0.003), loss: weightedCategoricalCrossentropy(weights) })
  const { history } = await model.fit(images, labels, { epochs, batchSize, verbose: 0 })
  return { model, history: { loss: (history['loss'] ?? []).map(Number) } }
}
