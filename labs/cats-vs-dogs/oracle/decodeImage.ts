import fc from 'fast-check'
import sharp from 'sharp'
import type { Oracle } from '#kit'
import { loadImages } from '#solutions/cats-vs-dogs/decodeImage.ts'

interface Data {
  readonly side: number
  /** Red, green, blue and alpha of side * side pixels. */
  readonly bytes: number[]
  readonly orientation: number
  /** How many bytes of a second, damaged file are left. */
  readonly cut: number
}

const LARGEST = 4

/** PNG files at their own size, turned and laid on white pixel by pixel. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    side: fc.integer({ min: 1, max: LARGEST }),
    bytes: fc.array(fc.integer({ min: 0, max: 255 }), {
      minLength: 4 * LARGEST ** 2,
      maxLength: 4 * LARGEST ** 2,
    }),
    orientation: fc.integer({ min: 1, max: 8 }),
    cut: fc.integer({ min: 0, max: 40 }),
  }),
  solution: async ({ side, bytes, orientation, cut }) => {
    const raw = { width: side, height: side, channels: 4 } as const
    const pixels = Uint8Array.from(bytes.slice(0, 4 * side * side))
    const png = await sharp(pixels, { raw }).withMetadata({ orientation }).png().toBuffer()
    const whole = { name: 'whole.png', bytes: Uint8Array.from(png), label: 1 }
    const broken = { name: 'broken.png', bytes: whole.bytes.slice(0, cut), label: 0 }
    const { images, labels, skipped } = await loadImages([broken, whole], side)
    return { images: images.arraySync().flat(3), labels, skipped }
  },
  expected: ({ side, bytes, orientation }) => {
    const last = side - 1
    // Where the pixel at row i and column j of the upright picture is stored.
    const stored = (i: number, j: number): [number, number] => {
      const places: Record<number, [number, number]> = {
        1: [i, j],
        2: [i, last - j],
        3: [last - i, last - j],
        4: [last - i, j],
        5: [j, i],
        6: [last - j, i],
        7: [last - j, last - i],
        8: [j, last - i],
      }
      return places[orientation] ?? [i, j]
    }
    const images = Array.from({ length: side * side }, (_, place) => {
      const [row, column] = stored(Math.floor(place / side), place % side)
      const [red = 0, green = 0, blue = 0, alpha = 0] = bytes.slice(4 * (row * side + column))
      return [red, green, blue].map((value) => (value * alpha) / 255 ** 2 + 1 - alpha / 255)
    })
    return { images: images.flat(), labels: [1], skipped: ['broken.png'] }
  },
  tolerance: {
    maxError: 1.01 / 255,
    reason: 'a mixture with white is rounded, or cut off, to a byte',
  },
}
