import { gaussian, type Uniform } from './sfc32.ts'

/** Largest shift, in pixels along each axis. */
const SHIFT = 1.5
/** Largest turn, in radians: 8 degrees leave a 6 a 6 and a 9 a 9. */
const TURN = (8 * Math.PI) / 180
/** Standard deviation of the noise, of a range of 1. */
const NOISE = 0.02

interface Size {
  readonly height: number
  readonly width: number
  readonly channels: number
}

/**
 * The same image a little elsewhere, turned and noised: [height, width, channels] in [0, 1] in and out. What
 * comes in over the edge is 0, the paper around a drawing in grey; a picture in colour has no such margin, and
 * its edge is repeated. Sampled bilinearly.
 */
export function disturb(
  image: Float32Array,
  { height, width, channels }: Size,
  uniform: Uniform,
): Float32Array {
  const around = (most: number) => (2 * uniform() - 1) * most
  const [down, right, turn] = [around(SHIFT), around(SHIFT), around(TURN)]
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
  const [middleRow, middleColumn] = [(height - 1) / 2, (width - 1) / 2]
  const inside = (place: number, size: number) => Math.min(size - 1, Math.max(0, place))
  const at = (row: number, column: number, channel: number) => {
    const y = inside(row, height)
    const x = inside(column, width)
    if (channels === 1 && (y !== row || x !== column)) return 0
    return image[(y * width + x) * channels + channel] ?? 0
  }
  // Plain loops: a lab draws thousands of images while the submission waits for them.
  const disturbed = new Float32Array(image.length)
  let index = 0
  for (let toRow = 0; toRow < height; toRow++) {
    for (let toColumn = 0; toColumn < width; toColumn++) {
      const y = toRow - middleRow - down
      const x = toColumn - middleColumn - right
      const row = middleRow + cos * y - sin * x
      const column = middleColumn + sin * y + cos * x
      const top = Math.floor(row)
      const left = Math.floor(column)
      const below = row - top
      const beside = column - left
      for (let channel = 0; channel < channels; channel++) {
        const above = (1 - beside) * at(top, left, channel) + beside * at(top, left + 1, channel)
        const under =
          (1 - beside) * at(top + 1, left, channel) + beside * at(top + 1, left + 1, channel)
        const value = (1 - below) * above + below * under
        disturbed[index++] = Math.min(1, Math.max(0, value + NOISE * gaussian(uniform)))
      }
    }
  }
  return disturbed
}
