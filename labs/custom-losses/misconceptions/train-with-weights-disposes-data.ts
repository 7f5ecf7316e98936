import type * as tf from '@tensorflow/tfjs'
import {
  trainWithWeights as right,
  type Trained,
  type TrainingOptions,
} from '#solutions/custom-losses/trainWithWeights.ts'

/** Frees the images of the caller when the training is over. */
export async function trainWithWeights(
  images: tf.Tensor2D,
  labels: tf.Tensor2D,
  weights: number[],
  options: TrainingOptions = {},
): Promise<Trained> {
  const trained = await right(images, labels, weights, options)
  images.dispose()
  return trained
}
