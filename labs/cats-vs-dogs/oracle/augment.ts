import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { augment } from '#solutions/cats-vs-dogs/augment.ts'

interface Data {
  readonly height: number
  readonly width: number
  readonly pixels: number[]
  readonly labels: number[]
  readonly seed: number
}

const MOST = { flip: true, shift: 0.2, rotation: 40, zoom: 0.2 }
const LARGEST = 9

/**
 * Two channels say where each pixel comes from: its column and its row. The third must then hold what lies at
 * that place, interpolated here by hand.
 */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    height: fc.integer({ min: 2, max: LARGEST }),
    width: fc.integer({ min: 2, max: LARGEST }),
    pixels: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: LARGEST ** 2,
      maxLength: LARGEST ** 2,
    }),
    labels: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 3 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  solution: (data) => {
    const { images, labels } = moved(data)
    return { values: channel(images, 2).dataSync(), labels }
  },
  expected: (data) => {
    const { height, width, pixels, labels } = data
    const { images } = moved(data)
    const [columns, rows] = [channel(images, 0).dataSync(), channel(images, 1).dataSync()]
    const at = (row: number, column: number) => {
      const [i, j] = [Math.min(height - 1, row), Math.min(width - 1, column)]
      return pixels[i * width + j] ?? 0
    }
    const values = Float32Array.from(columns, (share, i) => {
      const [row, column] = [(rows[i] ?? 0) * (height - 1), share * (width - 1)]
      const [top, left] = [Math.floor(row), Math.floor(column)]
      const across = (line: number) =>
        at(line, left) + (column - left) * (at(line, left + 1) - at(line, left))
      return across(top) + (row - top) * (across(top + 1) - across(top))
    })
    return { values, labels }
  },
  tolerance: {
    maxError: 1e-4,
    reason: 'a place read off a float32 pixel is off by up to 1e-6 of the width: 8e-6 measured',
  },
}

function moved({ height, width, pixels, labels, seed }: Data) {
  const picture = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => [
      column / (width - 1),
      row / (height - 1),
      pixels[row * width + column] ?? 0,
    ]),
  )
  const images = tf.tensor3d(picture).expandDims<tf.Tensor4D>(0).tile([labels.length, 1, 1, 1])
  return augment(
    { images: images.as4D(labels.length, height, width, 3), labels },
    { ...MOST, seed },
  )
}

function channel(images: tf.Tensor4D, which: number): tf.Tensor {
  return images.slice([0, 0, 0, which], [-1, -1, -1, 1])
}
