import { type Augmentation, augment as right } from '#solutions/cats-vs-dogs/augment.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'

/** Frees the pictures that it was lent. */
export function augment(batch: Labelled, options: Augmentation & { seed: number }): Labelled {
  const moved = right(batch, options)
  batch.images.dispose()
  return moved
}
