import * as tf from '@tensorflow/tfjs'
import type { Labelled } from './labelled.ts'

/** How far a picture may be moved. What is not given stays as it is. */
export interface Augmentation {
  /** Whether half of the pictures, at random, are mirrored left to right. */
  readonly flip?: boolean
  /** Largest shift along each axis, as a share of height and width: 0.1 of 24 pixels is 2.4 pixels. */
  readonly shift?: number
  /** Largest turn to either side about the middle of the picture, in degrees. */
  readonly rotation?: number
  /** A factor from 1 - zoom to 1 + zoom enlarges the picture about its middle. */
  readonly zoom?: number
}

/**
 * The same pictures, each one mirrored, shifted, turned and zoomed a little, by amounts of its own: all of
 * them are drawn at random, evenly from their ranges. A picture that is moved still shows what it did.
 *
 * Values between pixels are interpolated; where nothing of the picture comes to lie, the pixel at its edge
 * is repeated, so that no dark margin appears.
 *
 * @param batch n pictures. Neither changed nor disposed.
 * @param options what may be done to them, and `seed`, a whole number from 1 on: equal seeds give equal
 *   pictures, different seeds different ones.
 * @returns n pictures of the same shape, in the same order, with values from 0 to 1, and their labels.
 */
export function augment(
  batch: Labelled,
  options: Augmentation & { readonly seed: number },
): Labelled {
  throw new Error(
    'TODO augment: for every pixel of the new picture, the place in the old one that it shows',
  )
}
