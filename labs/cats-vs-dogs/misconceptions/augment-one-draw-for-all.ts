import * as tf from '@tensorflow/tfjs'
import { type Augmentation, augment as right } from '#solutions/cats-vs-dogs/augment.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'

/** Draws once, and moves all pictures alike. */
export function augment(batch: Labelled, options: Augmentation & { seed: number }): Labelled {
  const moved = batch.images.unstack<tf.Tensor3D>().map((picture) => {
    const one = { images: tf.expandDims<tf.Tensor4D>(picture), labels: [0] }
    return right(one, options).images
  })
  return { images: tf.concat(moved), labels: batch.labels }
}
