import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  differentiate,
  distinct,
  expectGradients,
  startWasm,
  uniform,
} from './testing/gradients.ts'

beforeAll(startWasm)

type Shape4 = [number, number, number, number]

interface Pooling {
  readonly shape: Shape4
  readonly window: [number, number]
  readonly strides: [number, number]
  readonly pad: 'same' | 'valid' | number
  readonly seed: number
}

const sizes = fc.record({
  batch: fc.constantFrom(1, 5),
  height: fc.integer({ min: 4, max: 8 }),
  width: fc.integer({ min: 4, max: 8 }),
  channels: fc.integer({ min: 1, max: 3 }),
  windowHeight: fc.integer({ min: 1, max: 4 }),
  windowWidth: fc.integer({ min: 1, max: 4 }),
  strideHeight: fc.integer({ min: 1, max: 3 }),
  strideWidth: fc.integer({ min: 1, max: 3 }),
  pad: fc.constantFrom<('same' | 'valid' | number)[]>('same', 'valid', 0, 1),
  seed: fc.nat(),
})

const poolings: fc.Arbitrary<Pooling> = sizes.map((size) => {
  // As for convolutions, one number as padding has its size right for squares only; and a window
  // must not lie in the padding altogether.
  const isSquare = typeof size.pad === 'number'
  return {
    shape: [size.batch, size.height, size.width, size.channels],
    window: [size.windowHeight, isSquare ? size.windowHeight : size.windowWidth],
    strides: [size.strideHeight, isSquare ? size.strideHeight : size.strideWidth],
    pad: isSquare && size.windowHeight < 3 ? 0 : size.pad,
    seed: size.seed,
  }
})

describe('the gradient of max pooling', () => {
  test('is that of differences and of the cpu backend, above and below zero', async () => {
    const cases = fc.tuple(poolings, fc.constantFrom(-100, 0, 100))
    await fc.assert(
      fc.asyncProperty(cases, async ([{ shape, window, strides, pad, seed }, shift]) => {
        const pool = (x: tf.Tensor) => tf.maxPool(x.as4D(...shape), window, strides, pad)
        const { values } = distinct(shape, seed)
        const moved = values.map((value) => value + shift)
        // Elements are 0.05 apart; around 100 a float32 has steps of 8e-6, whence the large difference.
        await expectGradients(pool, [{ shape, values: moved }], { step: 0.02 })
      }),
      { numRuns: 60 },
    )
  })

  test('goes to the first of equal elements, as on the cpu backend', async () => {
    await fc.assert(
      fc.asyncProperty(poolings, fc.nat(), async ({ shape, window, strides, pad }, seed) => {
        const pool = (x: tf.Tensor) => tf.maxPool(x.as4D(...shape), window, strides, pad)
        const values = uniform(shape, seed).values.map((value) => Math.round(4 * value))
        const wasm = differentiate(pool, [{ shape, values }])
        await tf.setBackend('cpu')
        const cpu = differentiate(pool, [{ shape, values }])
        await tf.setBackend('wasm')
        for (const [index, value] of (wasm.gradients[0] ?? []).entries()) {
          // Sums of the same few numbers, in single and in double precision.
          expect(value).toBeCloseTo(cpu.gradients[0]?.[index] ?? Number.NaN, 5)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('reaches the largest of negative elements', () => {
    const pool = (x: tf.Tensor) => tf.maxPool(x.as4D(1, 2, 2, 1), 2, 2, 'valid')
    const x = { shape: [4], values: Float32Array.of(-4, -3, -2, -1) }
    const gradient = differentiate(pool, [x]).gradients[0] ?? []
    expect([...gradient].map((value) => value !== 0)).toEqual([false, false, false, true])
  })

  test('is lost where every element is minus infinity, as on the cpu backend', () => {
    const pool = (x: tf.Tensor) => tf.maxPool(x.as4D(1, 2, 2, 1), 2, 2, 'valid')
    const gradient = tf.grad(pool)(tf.fill([4], -Infinity))
    expect([...gradient.dataSync()]).toEqual([0, 0, 0, 0])
  })
})

describe('the gradient of average pooling', () => {
  test('is that of differences, at padded borders too', async () => {
    await fc.assert(
      fc.asyncProperty(poolings, async ({ shape, window, strides, pad, seed }) => {
        const pool = (x: tf.Tensor) => tf.avgPool(x.as4D(...shape), window, strides, pad)
        // The cpu backend divides by elements that are padding.
        const fromCpu = pad === 'valid' || pad === 0 ? 1e-5 : null
        await expectGradients(pool, [uniform(shape, seed)], { step: 0.5, fromCpu })
      }),
      { numRuns: 60 },
    )
  })
})
