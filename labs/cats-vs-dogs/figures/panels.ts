import type * as tf from '@tensorflow/tfjs'
import sharp, { type Sharp } from 'sharp'

/** One picture of many in a figure. */
export interface Panel {
  /** [height, width, 1 or 3], values from 0 to 1. */
  readonly picture: tf.Tensor3D
  /** Upper left corner in pixels, from that of the first panel. */
  readonly left: number
  readonly top: number
  /** Pixels of the figure for one of the picture, in each direction. */
  readonly scale: number
}

const MARGIN = 6

/** Pictures beside each other on white, each pixel a sharp square. */
export function panels(shown: readonly Panel[]): Sharp {
  const size = shown.reduce(
    (most, { picture, left, top, scale }) => ({
      width: Math.max(most.width, left + picture.shape[1] * scale),
      height: Math.max(most.height, top + picture.shape[0] * scale),
    }),
    { width: 0, height: 0 },
  )
  const [width, height] = [size.width + 2 * MARGIN, size.height + 2 * MARGIN]
  const sheet = Buffer.alloc(3 * width * height, 255)
  for (const { picture, left, top, scale } of shown) {
    const [rows, columns, channels] = picture.shape
    const values = picture.dataSync()
    for (let y = 0; y < rows * scale; y++) {
      for (let x = 0; x < columns * scale; x++) {
        const from = (Math.floor(y / scale) * columns + Math.floor(x / scale)) * channels
        const to = 3 * ((top + MARGIN + y) * width + left + MARGIN + x)
        for (let c = 0; c < 3; c++) {
          sheet[to + c] = Math.round(255 * (values[from + Math.min(c, channels - 1)] ?? 0))
        }
      }
    }
  }
  return sharp(sheet, { raw: { width, height, channels: 3 } })
}
