import * as tf from '@tensorflow/tfjs'
import { type Augmentation, augment as right } from '#solutions/cats-vs-dogs/augment.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'

const MARGIN = 40

/** Fills what comes in over the edge with black. */
export function augment(batch: Labelled, options: Augmentation & { seed: number }): Labelled {
  const [, height, width] = batch.images.shape
  const { shift = 0 } = options
  const [down, right_] = [height / (height + 2 * MARGIN), width / (width + 2 * MARGIN)]
  const room: [number, number][] = [
    [0, 0],
    [MARGIN, MARGIN],
    [MARGIN, MARGIN],
    [0, 0],
  ]
  const images = tf.pad(batch.images, room)
  const moved = right({ ...batch, images }, { ...options, shift: shift * Math.min(down, right_) })
  return {
    images: tf.slice(moved.images, [0, MARGIN, MARGIN, 0], batch.images.shape),
    labels: batch.labels,
  }
}
