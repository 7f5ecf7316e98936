import * as tf from '@tensorflow/tfjs'
import type { Trained, TrainingOptions } from '#solutions/custom-losses/trainWithWeights.ts'
import { weightedCategoricalCrossentropy } from '#solutions/custom-losses/weightedCategoricalCrossentropy.ts'

/** The loss takes logarithms of bare sums. */
export async function trainWithWeights(
  images: tf.Tensor2D,
  labels: tf.Tensor2D,
  weights: number[],
  { epochs = 10, batchSize = 16 }: TrainingOptions = {},
): Promise<Trained> {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 64, activation: 'relu', inputShape: [images.shape[1]] }),
      tf.layers.dense({ units: 32, activation: 'relu' }),
      tf.layers.dense({ units: labels.shape[1] }),
    ],
  })
  model.compile({ optimizer: tf.train.adam(0.003), loss: weightedCategoricalCrossentropy(weights) })
  const { history } = await model.fit(images, labels, { epochs, batchSize, verbose: 0 })
  return { model, history: { loss: (history['loss'] ?? []).map(Number) } }
}
