import * as tf from '@tensorflow/tfjs'
import type { Labelled } from './labelled.ts'
import { seededRandom } from './seededRandom.ts'

export interface Augmentation {
  flip?: boolean
  shift?: number
  rotation?: number
  zoom?: number
}

type Picture = readonly (readonly (readonly number[])[])[]
/** The place in a picture that a place of the moved picture shows, both from the middle. */
type Step = (y: number, x: number) => [number, number]

/** One movement after another, each on the picture that the one before left. */
export async function augment(
  { images, labels }: Labelled,
  { flip = false, shift = 0, rotation = 0, zoom = 0, seed }: Augmentation & { seed: number },
) {
  const [, height, width] = images.shape
  const random = seededRandom(seed)
  const between = (low: number, high: number) => low + (high - low) * random()
  const moved = (await images.array()).map((picture: Picture) => {
    const angle = (between(-rotation, rotation) / 180) * Math.PI
    const factor = between(1 - zoom, 1 + zoom)
    const down = between(-shift, shift) * height
    const right = between(-shift, shift) * width
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const steps: Step[] = [
      (y, x) => [y / factor, x / factor],
      (y, x) => [cos * y - sin * x, sin * y + cos * x],
      (y, x) => [y - down, x - right],
    ]
    const mirrored = flip && random() > 0.5 ? picture.map((row) => row.toReversed()) : picture
    return steps.reduce(resampled, mirrored)
  })
  return { images: tf.tensor4d(moved.map(mutable), images.shape), labels }
}

function resampled(picture: Picture, step: Step): Picture {
  const [middleY, middleX] = [(picture.length - 1) / 2, ((picture[0]?.length ?? 0) - 1) / 2]
  return picture.map((row, i) =>
    row.map((pixel, j) => {
      const [y, x] = step(i - middleY, j - middleX)
      return pixel.map((_, c) => {
        const value = between4(y + middleY, x + middleX, (k, l) => {
          const line = picture[clamp(k, picture.length - 1)] ?? []
          return line[clamp(l, line.length - 1)]?.[c] ?? 0
        })
        return Math.min(1, value)
      })
    }),
  )
}

function mutable(picture: Picture): number[][][] {
  return picture.map((row) => row.map((pixel) => [...pixel]))
}

/** Bilinear interpolation of the four pixels around a place. */
function between4(row: number, column: number, at: (i: number, j: number) => number): number {
  const [i, j] = [Math.floor(row), Math.floor(column)]
  const [p, q] = [row - i, column - j]
  const above = (1 - q) * at(i, j) + q * at(i, j + 1)
  const below = (1 - q) * at(i + 1, j) + q * at(i + 1, j + 1)
  return (1 - p) * above + p * below
}

function clamp(place: number, last: number): number {
  return Math.max(0, Math.min(last, place))
}
