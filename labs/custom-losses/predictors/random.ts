import * as tf from '@tensorflow/tfjs'
import type { Trained, TrainingOptions } from '#solutions/custom-losses/trainWithWeights.ts'

/** The network as it is made, untrained. */
export function trainWithWeights(
  images: tf.Tensor2D,
  labels: tf.Tensor2D,
  _weights: number[],
  { epochs = 10 }: TrainingOptions = {},
): Trained {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 64, activation: 'relu', inputShape: [images.shape[1]] }),
      tf.layers.dense({ units: 32, activation: 'relu' }),
      tf.layers.dense({ units: labels.shape[1], activation: 'softmax' }),
    ],
  })
  return { model, history: { loss: Array.from({ length: epochs }, () => 1) } }
}
