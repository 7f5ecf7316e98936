import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  differentiate,
  distinct,
  floats,
  largestDifference,
  startStock,
  toTensor,
  uniform,
} from './testing/gradients.ts'

// This file never installs the training kernels. Each test fails when upstream has mended the stock
// backend: then the kernel of ours that stands in for it can go.
beforeAll(startStock)

describe('the stock wasm backend', () => {
  test('adds the bias of a fused product once for every 48 terms when a side is transposed', () => {
    const bias = tf.tensor1d([1])
    const product = (shared: number) =>
      floats(
        tf.fused.matMul({
          a: tf.ones([1, shared]),
          b: tf.ones([1, shared]),
          transposeB: true,
          bias,
        }),
      )[0]
    expect(product(48)).toBe(49)
    expect(product(49)).toBe(51)
    expect(product(97)).toBe(100)
  })

  test('adds the last bias to every row after the first when a side is transposed', () => {
    const [a, b] = [tf.zeros<tf.Rank.R2>([2, 3]), tf.zeros<tf.Rank.R2>([2, 3])]
    const sum = tf.fused.matMul({ a, b, transposeB: true, bias: tf.tensor1d([1, 2]) })
    expect([...floats(sum)]).toEqual([1, 2, 2, 2])
  })

  test('leaves matrices of a product unset where both sides are repeated', () => {
    const [a, b] = [toTensor(uniform([2, 1, 2, 3], 1)), toTensor(uniform([1, 3, 3, 2], 2))]
    const repeated = tf.matMul(a.broadcastTo([2, 3, 2, 3]), b.broadcastTo([2, 3, 3, 2]))
    expect(largestDifference(floats(tf.matMul(a, b)), floats(repeated))).toBeGreaterThan(0.1)
  })

  test('loses the gradient of max pooling where no element is positive', () => {
    const pool = (x: tf.Tensor) => tf.maxPool(x.as4D(1, 2, 2, 1), 2, 2, 'valid')
    const at = (values: number[]) => {
      const [gradient] = differentiate(pool, [
        { shape: [4], values: Float32Array.from(values) },
      ]).gradients
      return gradient?.map((value) => Math.abs(Math.sign(value)))
    }
    expect(at([4, 3, 2, 1])).toEqual(Float32Array.of(1, 0, 0, 0))
    expect(at([-4, -3, -2, -1])).not.toEqual(Float32Array.of(0, 0, 0, 1))
  })

  test('divides the gradient of average pooling by elements that are padding', () => {
    const x = tf.ones<tf.Rank.R4>([1, 1, 1, 1])
    const pool = (input: tf.Tensor) => tf.avgPool(input.as4D(1, 1, 1, 1), 3, 1, 'same')
    const gradient = tf.grad(pool)(x)
    expect(floats(pool(x))[0]).toBe(1)
    expect(floats(gradient)[0]).toBeCloseTo(1 / 9)
  })

  test('cuts the gradients of a three-dimensional convolution short', () => {
    const convolve = (x: tf.Tensor, filter: tf.Tensor) =>
      tf.conv3d(x.as5D(1, 4, 4, 4, 1), filter.as5D(2, 2, 2, 1, 1), 1, 'valid')
    const inputs = [distinct([64], 1), distinct([8], 2)]
    const { gradients } = differentiate(convolve, inputs)
    // The convolution is linear in x: <gradient, x> is the weighted sum of its outputs.
    const { output } = differentiate(convolve, inputs)
    const weights = uniform([1, 3, 3, 3, 1], 7).values
    const along = dot(gradients[0] ?? [], inputs[0]?.values ?? [])
    expect(along).not.toBeCloseTo(dot(output, weights), 3)
  })

  test('multiplies by the wrong slope where the slopes of prelu broadcast', () => {
    const x = tf.fill([2, 2], -1)
    const slopes = tf.tensor2d([[1], [10]])
    expect([...floats(tf.prelu(x, slopes))]).not.toEqual([-1, -1, -10, -10])
  })

  test('takes a fraction and 256 for false', () => {
    expect([...tf.tensor1d([0.5, -1]).toBool().dataSync()]).not.toEqual([1, 1])
    expect([...tf.tensor1d([256], 'int32').toBool().dataSync()]).toEqual([0])
  })

  test('writes whole numbers into a one-hot tensor of floats', () => {
    const floatsOf = tf.oneHot(tf.tensor1d([1], 'int32'), 2, 1, 0, 'float32')
    expect(floats(floatsOf)[1]).toBeLessThan(1e-40)
  })

  test('fills the corners of a rotated image with whole colours only', () => {
    const rotated = tf.image.rotateWithOffset(tf.ones<tf.Rank.R4>([1, 4, 4, 1]), 0.8, 0.5)
    expect(floats(rotated)[0]).toBe(0)
  })

  test.each([
    'Conv2DBackpropFilter',
    'DepthwiseConv2dNativeBackpropFilter',
    'DepthwiseConv2dNativeBackpropInput',
    'UnsortedSegmentSum',
    'Einsum',
  ])('has no kernel %s', (name) => {
    expect(tf.getKernel(name, 'wasm')).toBeUndefined()
  })

  test('sees padding alone where a stride leaves more than the filter', () => {
    const x = tf.ones<tf.Rank.R4>([1, 6, 6, 1])
    expect([...floats(tf.conv2d(x, tf.ones([2, 2, 1, 1]), 3, 'same'))]).not.toEqual([4, 4, 4, 4])
  })

  test('lays the rows of a convolution out in another length than its size says', () => {
    // Each output counts the ones under its window: 4 rows of 2, 3, 3, 3 for every column but the first.
    const x = tf.ones<tf.Rank.R4>([1, 6, 6, 1])
    const filter = tf.ones<tf.Rank.R4>([3, 3, 1, 1])
    const counts = tf.conv2d(x, filter, 2, 1, 'NHWC', 1, 'ceil')
    expect(counts.shape).toEqual([1, 4, 4, 1])
    expect([...floats(counts)].slice(0, 8)).not.toEqual([4, 6, 6, 2, 6, 9, 9, 3])
  })

  test('multiplies with the packing that a view of another shape left behind', () => {
    // Last in this file: with the larger packing the product also writes beyond its result.
    const a = tf.tensor1d([0.5, 1, 1])
    const v = tf.tensor1d([1, 2, 14])
    tf.outerProduct(a, v)
    expect(floats(tf.dot(a, v))[0]).not.toBeCloseTo(16.5)
    expect(floats(tf.dot(a, v.clone().add(0)))[0]).toBeCloseTo(16.5)
  })
})

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
