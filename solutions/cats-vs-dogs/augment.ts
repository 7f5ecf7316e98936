import * as tf from '@tensorflow/tfjs'
import type { Labelled } from './labelled.ts'
// solution
import { seededRandom } from './seededRandom.ts'
// end solution

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
  // solution: one affine map for each picture, for tf.image.transform
  const [count, height, width] = batch.images.shape
  const uniform = seededRandom(options.seed)
  const maps = Array.from({ length: count }, () => drawMap(options, height, width, uniform))
  const images = tf.tidy(() => {
    const moved = tf.image.transform(batch.images, tf.tensor2d(maps), 'bilinear', 'nearest')
    return tf.clipByValue(moved, 0, 1)
  })
  return { images, labels: [...batch.labels] }
  // end solution
}

// solution
/**
 * The place in the old picture that each pixel of the new one shows, as tf.image.transform takes it:
 * x' = a x + b y + c and y' = d x + e y + f, then two zeros.
 */
function drawMap(
  { flip = false, shift = 0, rotation = 0, zoom = 0 }: Augmentation,
  height: number,
  width: number,
  uniform: () => number,
): number[] {
  const around = (most: number) => (2 * uniform() - 1) * most
  const mirror = uniform() < 0.5 && flip ? -1 : 1
  const angle = (around(rotation) * Math.PI) / 180
  const scale = 1 / (1 + around(zoom))
  const [right, down] = [around(shift) * width, around(shift) * height]
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2]
  const [a, b] = [mirror * scale * Math.cos(angle), mirror * scale * Math.sin(angle)]
  const [d, e] = [-scale * Math.sin(angle), scale * Math.cos(angle)]
  // Back by the shift, then turned about the middle.
  const c = middleX - a * (middleX + right) - b * (middleY + down)
  const f = middleY - d * (middleX + right) - e * (middleY + down)
  return [a, b, c, d, e, f, 0, 0]
}
// end solution
