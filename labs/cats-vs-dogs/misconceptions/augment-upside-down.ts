import * as tf from '@tensorflow/tfjs'
import { type Augmentation, augment as right } from '#solutions/cats-vs-dogs/augment.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'

/** Mirrors top and bottom. */
export function augment(batch: Labelled, options: Augmentation & { seed: number }): Labelled {
  const { images, labels } = right(turned(batch), options)
  return turned({ images, labels })
}

/** With rows as columns. */
function turned({ images, labels }: Labelled): Labelled {
  return { images: tf.transpose(images, [0, 2, 1, 3]), labels }
}
