import * as tf from '@tensorflow/tfjs'
import { type Augmentation, augment as right } from '#solutions/cats-vs-dogs/augment.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'

/** Shuffles the pictures and leaves the labels where they are. */
export function augment(batch: Labelled, options: Augmentation & { seed: number }): Labelled {
  const { images } = right(batch, options)
  return { images: tf.reverse(images, 0), labels: batch.labels }
}
