import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'

/** A pretrained network and images, as plain data: every number follows from a few. */
export interface Example {
  readonly images: number
  readonly filters: number
  readonly denseSize: number
  readonly classes: number
  /** Weights and pixels are sines of their place times this. */
  readonly frequency: number
}

export const example = fc.record({
  images: fc.integer({ min: 1, max: 7 }),
  filters: fc.integer({ min: 1, max: 4 }),
  denseSize: fc.integer({ min: 1, max: 5 }),
  classes: fc.integer({ min: 2, max: 5 }),
  frequency: fc.integer({ min: 1, max: 1000 }).map((n) => n / 100),
})

/** Pixels of an image: 3 x 2, one channel. */
export const PIXELS = 6

/** A network that reads 3 x 2 pixels through a dense layer; its features are the means over the pixels. */
export function pretrained({ filters, frequency }: Example): tf.LayersModel {
  const network = tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [3, 2, 1] }),
      tf.layers.dense({ units: filters, activation: 'relu' }),
      tf.layers.globalAveragePooling2d({ name: 'means' }),
      tf.layers.dense({ units: 3 }),
    ],
  })
  const [kernel, bias] = weightsOf({ filters, frequency })
  network.layers[1]?.setWeights([tf.tensor2d(kernel, [1, filters]), tf.tensor1d(bias)])
  return network
}

export function imagesOf({ images, frequency }: Example): tf.Tensor4D {
  return tf.tensor4d(pixelsOf({ images, frequency }).flat(), [images, 3, 2, 1])
}

/** The features of each image in double precision, number by number. */
export function featuresByHand(data: Example): number[][] {
  const [kernel, bias] = weightsOf(data)
  return pixelsOf(data).map((pixels) =>
    kernel.map((weight, i) => {
      const values = pixels.map((pixel) => Math.max(0, weight * pixel + (bias[i] ?? 0)))
      return values.reduce((sum, value) => sum + value, 0) / PIXELS
    }),
  )
}

/** Numbers in [-1, 1] that follow from their place. */
export function sines(count: number, start: number, frequency: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.sin((start + i) * frequency))
}

function weightsOf({ filters, frequency }: Pick<Example, 'filters' | 'frequency'>) {
  return [sines(filters, 1, frequency), sines(filters, 50, frequency)] as const
}

function pixelsOf({ images, frequency }: Pick<Example, 'images' | 'frequency'>): number[][] {
  return Array.from({ length: images }, (_, row) => sines(PIXELS, 100 + row * PIXELS, frequency))
}
