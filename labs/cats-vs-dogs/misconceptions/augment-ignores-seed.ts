import { type Augmentation, augment as right } from '#solutions/cats-vs-dogs/augment.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'

/** Draws with `Math.random`, which no argument reaches. */
export function augment(batch: Labelled, options: Augmentation & { seed: number }): Labelled {
  return right(batch, { ...options, seed: 1 + Math.floor(Math.random() * 1e9) })
}
