import { type Augmentation, augment as right } from '#solutions/cats-vs-dogs/augment.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'

/** Takes degrees for radians. */
export function augment(batch: Labelled, options: Augmentation & { seed: number }): Labelled {
  const { rotation = 0 } = options
  return right(batch, { ...options, rotation: (rotation * 180) / Math.PI })
}
