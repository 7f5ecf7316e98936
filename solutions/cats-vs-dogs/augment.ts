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
  // solution: for every pixel of the new picture, the place in the old one that it shows
  const [count, height, width, channels] = batch.images.shape
  const uniform = seededRandom(options.seed)
  const old = batch.images.dataSync()
  const moved = new Float32Array(old.length)
  const size = height * width * channels
  for (let n = 0; n < count; n++) {
    const place = drawMap(options, height, width, uniform)
    const picture = old.subarray(n * size, (n + 1) * size)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const { row, column } = place(y, x)
        const start = n * size + (y * width + x) * channels
        for (let channel = 0; channel < channels; channel++) {
          moved[start + channel] = interpolated(
            picture,
            { height, width, channels },
            row,
            column,
            channel,
          )
        }
      }
    }
  }
  return { images: tf.tensor4d(moved, batch.images.shape), labels: [...batch.labels] }
  // end solution
}

// solution
/** Draws how one picture is moved: from a pixel of the new picture to a place in the old one. */
function drawMap(
  { flip = false, shift = 0, rotation = 0, zoom = 0 }: Augmentation,
  height: number,
  width: number,
  uniform: () => number,
): (y: number, x: number) => { row: number; column: number } {
  const around = (most: number) => (2 * uniform() - 1) * most
  const mirror = uniform() < 0.5 && flip ? -1 : 1
  const angle = (around(rotation) * Math.PI) / 180
  const factor = 1 + around(zoom)
  const [right, down] = [around(shift) * width, around(shift) * height]
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return (y, x) => {
    // Backwards: shifted back, shrunk, turned back about the middle, mirrored.
    const [u, v] = [(x - middleX - right) / factor, (y - middleY - down) / factor]
    return { row: middleY + cos * v - sin * u, column: middleX + mirror * (cos * u + sin * v) }
  }
}

interface Size {
  height: number
  width: number
  channels: number
}

/** Between the four pixels around a place, each counting the more the nearer it is. */
function interpolated(
  picture: ArrayLike<number>,
  { height, width, channels }: Size,
  row: number,
  column: number,
  channel: number,
): number {
  const at = (i: number, j: number) => {
    // Beyond the edge stands the pixel at the edge.
    const [inRow, inColumn] = [clamp(i, height - 1), clamp(j, width - 1)]
    return picture[(inRow * width + inColumn) * channels + channel] ?? 0
  }
  const [top, left] = [Math.floor(row), Math.floor(column)]
  const [below, beside] = [row - top, column - left]
  const across = (i: number) => (1 - beside) * at(i, left) + beside * at(i, left + 1)
  return (1 - below) * across(top) + below * across(top + 1)
}

function clamp(place: number, last: number): number {
  return Math.min(last, Math.max(0, place))
}
// end solution
