import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { preprocess } from '#solutions/transfer-learning/preprocess.ts'

interface Data {
  readonly size: readonly [number, number]
  readonly target: readonly [number, number]
  readonly range: readonly [number, number]
  readonly pixels: readonly number[]
}

const side = fc.integer({ min: 1, max: 7 })

/**
 * Where no axis shrinks, the operation of TensorFlow.js; otherwise the double sum over all pixels of a picture, with
 * one weight for rows and columns together, in double precision.
 */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    size: fc.tuple(side, side),
    target: fc.tuple(side, side),
    range: fc.constantFrom([-1, 1] as const, [0, 1] as const, [3, -2] as const),
    pixels: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 98, maxLength: 98 }),
  }),
  solution: ({ target: [height, width], range: [low, high], ...data }) =>
    preprocess(images(data), { height, width, range: [low, high] }),
  expected: (data) => {
    const [low, high] = data.range
    const grows = data.target.every((length, axis) => length >= (data.size[axis] ?? 0))
    return grows ? enlarged(data, low, high) : summed(data, low, high)
  },
  tolerance: {
    maxError: 1e-5,
    reason: 'float32 against float64, of numbers up to 5: 1.2e-6 measured in 2,000 cases',
  },
}

function images({ size: [height, width], pixels }: Pick<Data, 'size' | 'pixels'>): tf.Tensor4D {
  return tf.tensor4d(pixels.slice(0, 2 * height * width), [1, height, width, 2])
}

function enlarged(data: Data, low: number, high: number): tf.Tensor4D {
  const [height, width] = data.target
  const sized = tf.image.resizeBilinear(images(data), [height, width], false, true)
  return sized.mul((high - low) / 255).add(low)
}

function summed({ size, target, pixels }: Data, low: number, high: number): tf.Tensor4D {
  const [[height, width], [rows, columns]] = [size, target]
  const result = Array.from({ length: rows * columns * 2 }, (_, index) => {
    const channel = index % 2
    const column = Math.floor(index / 2) % columns
    const row = Math.floor(index / 2 / columns)
    let [sum, total] = [0, 0]
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const weight = triangle(y, row, height / rows) * triangle(x, column, width / columns)
        sum += weight * (pixels[(y * width + x) * 2 + channel] ?? 0)
        total += weight
      }
    }
    return low + ((high - low) * sum) / total / 255
  })
  return tf.tensor4d(result, [1, rows, columns, 2])
}

/** Of the pixel at `place` for pixel i of the result, where pixels are `scale` times as large. */
function triangle(place: number, i: number, scale: number): number {
  const distance = Math.abs(place + 0.5 - (i + 0.5) * scale)
  return Math.max(0, 1 - distance / Math.max(1, scale))
}
