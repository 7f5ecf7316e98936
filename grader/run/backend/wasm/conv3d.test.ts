import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { expectGradients, startWasm, uniform } from './testing/gradients.ts'

beforeAll(startWasm)

const size = fc.integer({ min: 2, max: 4 })
const tap = fc.integer({ min: 1, max: 3 })
const stride = fc.integer({ min: 1, max: 2 })
const convolutions = fc.record({
  batch: fc.constantFrom(1, 5),
  size: fc.tuple(size, size, size),
  filter: fc.tuple(tap, tap, tap),
  strides: fc.tuple(stride, stride, stride),
  channels: fc.integer({ min: 1, max: 2 }),
  filters: fc.integer({ min: 1, max: 2 }),
  pad: fc.constantFrom<('same' | 'valid')[]>('same', 'valid'),
  seed: fc.nat(),
})

test('the gradient of a three-dimensional convolution is that of differences and of cpu', async () => {
  await fc.assert(
    fc.asyncProperty(convolutions, async ({ batch, size, filter, channels, filters, ...given }) => {
      const { strides, pad, seed } = given
      fc.pre(filter.every((taps, axis) => taps <= (size[axis] ?? 0)))
      // With a stride beyond the filter TensorFlow.js computes a negative padding for `same`.
      fc.pre(filter.every((taps, axis) => taps >= (strides[axis] ?? 1)))
      const convolve = (x: tf.Tensor, w: tf.Tensor) =>
        tf.conv3d(
          x.as5D(batch, ...size, channels),
          w.as5D(...filter, channels, filters),
          strides,
          pad,
        )
      const x = uniform([batch, ...size, channels], seed)
      await expectGradients(convolve, [x, uniform([...filter, channels, filters], seed + 1)], {
        step: 0.5,
      })
    }),
    { numRuns: 30 },
  )
})

test('a three-dimensional convolution with holes has no gradient and says so', () => {
  const filter = tf.ones<tf.Rank.R5>([2, 2, 2, 1, 1])
  const convolve = (x: tf.Tensor) =>
    tf.conv3d(x.as5D(1, 4, 4, 4, 1), filter, 1, 'valid', 'NDHWC', [2, 2, 2])
  expect(() => tf.grad(convolve)(tf.ones([1, 4, 4, 4, 1]))).toThrow(/dilation rates greater than 1/)
})
