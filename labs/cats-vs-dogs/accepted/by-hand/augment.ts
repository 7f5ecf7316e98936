import * as tf from '@tensorflow/tfjs'
import type { Labelled } from './labelled.ts'
import { seededRandom } from './seededRandom.ts'

export interface Augmentation {
  flip?: boolean
  shift?: number
  rotation?: number
  zoom?: number
}

/** Pixel by pixel, in plain arrays. */
export async function augment(
  { images, labels }: Labelled,
  { flip = false, shift = 0, rotation = 0, zoom = 0, seed }: Augmentation & { seed: number },
) {
  const [count, height, width, channels] = images.shape
  const pixels = await images.data()
  const random = seededRandom(seed)
  const between = (low: number, high: number) => low + (high - low) * random()
  const moved = new Float32Array(pixels.length)
  const size = height * width * channels
  for (let n = 0; n < count; n++) {
    const mirrored = flip && random() > 0.5
    const angle = (between(-rotation, rotation) / 180) * Math.PI
    const factor = between(1 - zoom, 1 + zoom)
    const down = between(-shift, shift) * height
    const right = between(-shift, shift) * width
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const v = (y - (height - 1) / 2 - down) / factor
        const u = (x - (width - 1) / 2 - right) / factor
        const row = Math.cos(angle) * v - Math.sin(angle) * u + (height - 1) / 2
        const plain = Math.sin(angle) * v + Math.cos(angle) * u + (width - 1) / 2
        const column = mirrored ? width - 1 - plain : plain
        for (let c = 0; c < channels; c++) {
          moved[n * size + (y * width + x) * channels + c] = between4(row, column, (i, j) => {
            const [inRow, inColumn] = [clamp(i, height - 1), clamp(j, width - 1)]
            return pixels[n * size + (inRow * width + inColumn) * channels + c] ?? 0
          })
        }
      }
    }
  }
  return { images: tf.tensor4d(moved, images.shape), labels }
}

/** Bilinear interpolation of the four pixels around a place. */
function between4(row: number, column: number, at: (i: number, j: number) => number): number {
  const [i, j] = [Math.floor(row), Math.floor(column)]
  const [p, q] = [row - i, column - j]
  const above = (1 - q) * at(i, j) + q * at(i, j + 1)
  const below = (1 - q) * at(i + 1, j) + q * at(i + 1, j + 1)
  return Math.min(1, (1 - p) * above + p * below)
}

function clamp(place: number, last: number): number {
  return Math.max(0, Math.min(last, place))
}
