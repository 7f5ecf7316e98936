import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { convolutions } from './testing/convolution-cases.ts'
import {
  expectClose,
  floats,
  footprint,
  startWasm,
  toTensor,
  uniform,
} from './testing/gradients.ts'

beforeAll(startWasm)

type Run = () => tf.Tensor
const rounding = fc.constantFrom<(undefined | 'floor' | 'round' | 'ceil')[]>(
  undefined,
  'floor',
  'round',
  'ceil',
)

describe('as on the cpu backend, whatever the padding and the rounding of the size, is', () => {
  test('a convolution, alone and fused', async () => {
    await fc.assert(
      fc.asyncProperty(
        convolutions,
        rounding,
        async ({ input, filter, strides, pad, seed }, mode) => {
          const x = () => toTensor(uniform(input, seed)).as4D(...input)
          const w = () => toTensor(uniform(filter, seed + 1)).as4D(...filter)
          const bias = () => toTensor(uniform([filter[3]], seed + 2))
          const round = typeof pad === 'string' ? undefined : mode
          await expectLikeCpu(() =>
            tf.conv2d(x(), w(), strides, pad, 'NHWC', 1, roundingOf(pad, round)),
          )
          await expectLikeCpu(() =>
            tf.fused.conv2d({
              x: x(),
              filter: w(),
              strides,
              pad,
              bias: bias(),
              activation: 'relu',
            }),
          )
        },
      ),
      { numRuns: 80 },
    )
  })

  test('a depthwise convolution, alone and fused', async () => {
    await fc.assert(
      fc.asyncProperty(convolutions, async ({ input, filter, strides, pad, seed }) => {
        const x = () => toTensor(uniform(input, seed)).as4D(...input)
        const w = () => toTensor(uniform(filter, seed + 1)).as4D(...filter)
        const bias = () => toTensor(uniform([filter[2] * filter[3]], seed + 2))
        await expectLikeCpu(() => tf.depthwiseConv2d(x(), w(), strides, pad))
        if (typeof pad === 'object') return
        await expectLikeCpu(() =>
          tf.fused.depthwiseConv2d({ x: x(), filter: w(), strides, pad, bias: bias() }),
        )
      }),
      { numRuns: 80 },
    )
  })

  test('a pooling', async () => {
    await fc.assert(
      fc.asyncProperty(convolutions, rounding, async (given, mode) => {
        const { input, filter, strides, seed } = given
        const x = () => toTensor(uniform(input, seed)).as4D(...input)
        const window: [number, number] = [filter[0], filter[1]]
        const pad = typeof given.pad === 'object' ? 'same' : given.pad
        // A window that lies outside the input altogether has no maximum and no mean.
        fc.pre(typeof pad === 'string' || pad < window[0])
        fc.pre(window[0] >= strides[0] && window[1] >= strides[1])
        const round = pad === 0 ? mode : undefined
        await expectLikeCpu(() => tf.maxPool(x(), window, strides, pad, round))
        await expectLikeCpu(() => tf.avgPool(x(), window, strides, pad, round))
      }),
      { numRuns: 80 },
    )
  })
})

describe('the size of a convolution', () => {
  test('of one number as padding follows TensorFlow.js, which takes it from the filter height', async () => {
    const wide = () => toTensor(uniform([1, 8, 7, 2], 1)).as4D(1, 8, 7, 2)
    for (const [height, width] of [
      [3, 1],
      [1, 3],
      [4, 2],
    ] as const) {
      const filter = () => toTensor(uniform([height, width, 2, 3], 2)).as4D(height, width, 2, 3)
      await expectLikeCpu(() => tf.conv2d(wide(), filter(), 1, 1))
      await expectLikeCpu(() => tf.depthwiseConv2d(wide(), filter(), 1, 1))
    }
  })

  test('that a stride beyond the filter leaves does not come from padding alone', () => {
    const x = tf.ones<tf.Rank.R4>([1, 6, 6, 1])
    expect([...floats(tf.conv2d(x, tf.ones([2, 2, 1, 1]), 3, 'same'))]).toEqual([4, 4, 4, 4])
  })
})

test.each([
  { slopes: [5], title: 'one for each channel' },
  { slopes: [3, 1], title: 'one for each row' },
  { slopes: [2, 1, 1], title: 'one for each image' },
  { slopes: [1, 1, 5], title: 'channels with leading ones' },
  { slopes: [], title: 'one for all' },
])('prelu with $title', async ({ slopes }) => {
  await expectLikeCpu(() => tf.prelu(toTensor(uniform([2, 3, 5], 1)), toTensor(uniform(slopes, 2))))
})

test('whatever is not zero is true, cast from fractions or from whole numbers', async () => {
  const values = [0, -0, 0.5, -0.25, 1, -1, 255, 256, 1e-30, -65536, Infinity, Number.NaN]
  await expectLikeCpu(() => tf.tensor1d(values).toBool())
  await expectLikeCpu(() => tf.tensor1d([0, 1, -1, 256, 2 ** 30], 'int32').toBool())
  await expectLikeCpu(() => tf.tensor1d([true, false], 'bool').toBool().toFloat())
})

test.each([0, 1, 0.5, -0.25, [0.1, 2, 0.3]] as const)(
  'the corners of a rotated image are filled with %s',
  async (fill) => {
    const colour: number | [number, number, number] = typeof fill === 'number' ? fill : [...fill]
    for (const channels of [1, 3]) {
      const image = () => toTensor(uniform([2, 6, 5, channels], 1)).as4D(2, 6, 5, channels)
      await expectLikeCpu(() => tf.image.rotateWithOffset(image(), 0.6, colour, [0.4, 0.5]))
    }
  },
)

function roundingOf(pad: unknown, mode: 'floor' | 'round' | 'ceil' | undefined) {
  return typeof pad === 'number' ? mode : undefined
}

async function expectLikeCpu(run: Run): Promise<void> {
  const before = footprint()
  const wasm = tf.tidy(() => floats(run()))
  expect(footprint(), 'tensors and data left behind').toEqual(before)
  await tf.setBackend('cpu')
  const cpu = tf.tidy(() => floats(run()))
  await tf.setBackend('wasm')
  expectClose(wasm, cpu, 1e-5, 'output')
}

test.each(['float32', 'int32', 'bool'] as const)('one-hot rows are of %s', async (dtype) => {
  const indices = () => tf.tensor2d([0, 2, 3, -1, 1, 2], [2, 3], 'int32')
  await expectLikeCpu(() => tf.oneHot(indices(), 3, 1, 0, dtype))
  if (dtype === 'float32') await expectLikeCpu(() => tf.oneHot(indices(), 3, 0.75, -0.5, dtype))
})
