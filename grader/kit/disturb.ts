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
    const [y, x] = [inside(row, height), inside(column, width)]
    if (channels === 1 && (y !== row || x !== column)) return 0
    return image[(y * width + x) * channels + channel] ?? 0
  }
  return Float32Array.from({ length: image.length }, (_, index) => {
    const channel = index % channels
    const y = Math.floor(index / channels / width) - middleRow - down
    const x = (Math.floor(index / channels) % width) - middleColumn - right
    const row = middleRow + cos * y - sin * x
    const column = middleColumn + sin * y + cos * x
    const [top, left] = [Math.floor(row), Math.floor(column)]
    const [below, beside] = [row - top, column - left]
    const value =
      (1 - below) * ((1 - beside) * at(top, left, channel) + beside * at(top, left + 1, channel)) +
      below * ((1 - beside) * at(top + 1, left, channel) + beside * at(top + 1, left + 1, channel))
    return Math.min(1, Math.max(0, value + NOISE * gaussian(uniform)))
  })
}
