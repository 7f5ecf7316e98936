import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type ConvolutionCase, convolutions } from './testing/convolution-cases.ts'
import { expectGradients, startWasm, toTensor, uniform } from './testing/gradients.ts'

beforeAll(startWasm)

// Convolutions are linear in each input, so a large step has no error but rounding.
const linear = { step: 0.5 }

describe('the gradient of a convolution', () => {
  test('is that of central differences and of the cpu backend for any geometry', async () => {
    await fc.assert(
      fc.asyncProperty(convolutions, async (given) => {
        const { strides, pad, seed } = given
        const convolve = (x: tf.Tensor, filter: tf.Tensor) =>
          tf.conv2d(x.as4D(...given.input), filter.as4D(...given.filter), strides, pad)
        await expectGradients(convolve, inputsOf(given, seed), linear)
      }),
      { numRuns: 60 },
    )
  })

  test.each(['floor', 'round', 'ceil'] as const)(
    'is right when its size is %sed',
    async (rounding) => {
      for (const size of [5, 6, 7]) {
        const convolve = (x: tf.Tensor, filter: tf.Tensor) =>
          tf.conv2d(x.as4D(2, size, 6, 2), filter.as4D(3, 3, 2, 2), 3, 1, 'NHWC', 1, rounding)
        const inputs = [uniform([2, size, 6, 2], 1), uniform([3, 3, 2, 2], 2)]
        // The gradient kernels are not told the rounding mode; cpu's then leave the last outputs out.
        await expectGradients(convolve, inputs, { ...linear, fromCpu: null })
      }
    },
  )

  test('of a transposed convolution is right for each stride', async () => {
    for (const stride of [1, 2, 3]) {
      const size = 4 * stride
      const convolve = (x: tf.Tensor, filter: tf.Tensor) =>
        tf.conv2dTranspose(
          x.as4D(2, 4, 4, 3),
          filter.as4D(3, 3, 2, 3),
          [2, size, size, 2],
          stride,
          'same',
        )
      await expectGradients(convolve, [uniform([2, 4, 4, 3], 1), uniform([3, 3, 2, 3], 2)], linear)
    }
  })

  test('of a fused convolution reaches its bias', async () => {
    const convolve = (x: tf.Tensor, filter: tf.Tensor, bias: tf.Tensor) =>
      tf.fused.conv2d({
        x: x.as4D(2, 6, 5, 3),
        filter: filter.as4D(3, 3, 3, 4),
        strides: 1,
        pad: 'same',
        bias,
      })
    const inputs = [uniform([2, 6, 5, 3], 1), uniform([3, 3, 3, 4], 2), uniform([4], 3)]
    await expectGradients(convolve, inputs, linear)
  })

  test('of a convolution along one axis is right', async () => {
    const convolve = (x: tf.Tensor, filter: tf.Tensor) =>
      tf.conv1d(x.as3D(2, 9, 3), filter.as3D(4, 3, 2), 2, 'same')
    await expectGradients(convolve, [uniform([2, 9, 3], 1), uniform([4, 3, 2], 2)], linear)
  })

  test('with holes in the filter is an error, as on every backend', () => {
    const filter = tf.ones<tf.Rank.R4>([2, 2, 1, 1])
    const convolve = (x: tf.Tensor) => tf.conv2d(x.as4D(1, 5, 5, 1), filter, 1, 'valid', 'NHWC', 2)
    expect(() => tf.grad(convolve)(tf.ones([1, 5, 5, 1]))).toThrow(/dilation rates greater than 1/)
  })

  test.each([
    {
      name: 'Conv2DBackpropFilter',
      inputs: ['x', 'dy'],
      shape: { filterShape: [1, 1, 1, 1] },
    },
    {
      name: 'Conv2DBackpropInput',
      inputs: ['filter', 'dy'],
      shape: { inputShape: [1, 1, 4, 4] },
    },
  ])('$name says that it does not take NCHW', ({ name, inputs, shape }) => {
    const attributes = { strides: 1, pad: 'valid', dataFormat: 'NCHW', ...shape }
    const tensors = Object.fromEntries(inputs.map((key) => [key, tf.zeros([1, 1, 4, 4])]))
    expect(() => tf.engine().runKernel(name, tensors, attributes)).toThrow(
      `${name}: the wasm backend convolves in the data format NHWC only, got NCHW`,
    )
  })
})

describe('the gradient of a depthwise convolution', () => {
  test('is that of central differences and of the cpu backend for any geometry', async () => {
    await fc.assert(
      fc.asyncProperty(convolutions, async (given) => {
        const { strides, pad, seed } = given
        const convolve = (x: tf.Tensor, filter: tf.Tensor) =>
          tf.depthwiseConv2d(x.as4D(...given.input), filter.as4D(...given.filter), strides, pad)
        await expectGradients(convolve, inputsOf(given, seed), linear)
      }),
      { numRuns: 60 },
    )
  })

  test('is that of differences when the filter has holes', async () => {
    const dilated = fc.tuple(
      convolutions,
      fc.constantFrom<[number, number]>([2, 2], [1, 3], [3, 2]),
    )
    await fc.assert(
      fc.asyncProperty(dilated, async ([given, dilations]) => {
        const { pad, seed, input, filter } = given
        fc.pre(typeof pad === 'string')
        fc.pre(pad === 'same' || [0, 1].every((axis) => fits(given, axis, dilations[axis] ?? 1)))
        const attributes = { strides: [1, 1], dilations, pad }
        // TensorFlow.js has no gradient here; with it, the kernels' own are checked all the same.
        const convolve = tf.customGrad((x, w, save) => {
          if (!(x instanceof tf.Tensor && w instanceof tf.Tensor) || typeof save !== 'function') {
            throw new TypeError('two tensors and the tape')
          }
          const run = (name: string, inputs: Record<string, tf.Tensor>, more = {}) =>
            tf.engine().runKernel<tf.Tensor>(name, inputs, { ...attributes, ...more })
          save([x, w])
          return {
            value: run('DepthwiseConv2dNative', { x, filter: w }),
            gradFunc: (dy: tf.Tensor) => [
              run('DepthwiseConv2dNativeBackpropInput', { dy, filter: w }, { inputShape: x.shape }),
              run('DepthwiseConv2dNativeBackpropFilter', { x, dy }, { filterShape: w.shape }),
            ],
          }
        })
        const inputs = [uniform(input, seed), uniform(filter, seed + 1)]
        // The cpu kernels leave the holes out of account.
        await expectGradients(convolve, inputs, { ...linear, fromCpu: null })
      }),
      { numRuns: 20 },
    )
  })

  test('is right inside a separable convolution', async () => {
    const convolve = (x: tf.Tensor, depth: tf.Tensor, point: tf.Tensor) =>
      tf.separableConv2d(
        x.as4D(2, 6, 6, 3),
        depth.as4D(3, 3, 3, 2),
        point.as4D(1, 1, 6, 4),
        1,
        'same',
      )
    const inputs = [uniform([2, 6, 6, 3], 1), uniform([3, 3, 3, 2], 2), uniform([1, 1, 6, 4], 3)]
    // A product of two filters: linear in each, and sums of 54 terms.
    await expectGradients(convolve, inputs, linear)
  })
})

function fits({ input, filter }: ConvolutionCase, axis: number, dilation: number): boolean {
  return ((filter[axis] ?? 0) - 1) * dilation < (input[axis + 1] ?? 0)
}

function inputsOf({ input, filter }: ConvolutionCase, seed: number) {
  return [uniform(input, seed), uniform(filter, seed + 1)]
}

test('a convolution of a batch of five is the convolutions of its images', () => {
  const x = toTensor(uniform([5, 6, 6, 2], 1)).as4D(5, 6, 6, 2)
  const filter = toTensor(uniform([3, 3, 2, 2], 2)).as4D(3, 3, 2, 2)
  const gradient = (images: tf.Tensor) =>
    tf.grad((weights: tf.Tensor) =>
      tf.conv2d(images.as4D(-1, 6, 6, 2), weights.as4D(3, 3, 2, 2), 1, 'same'),
    )(filter)
  const apart = tf.addN(tf.split(x, 5).map((image) => gradient(image)))
  expect(tf.max(tf.abs(tf.sub(gradient(x), apart))).dataSync()[0]).toBeLessThan(1e-5)
})
