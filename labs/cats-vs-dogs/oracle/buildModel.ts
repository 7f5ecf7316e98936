import fc from 'fast-check'
import type { Oracle } from '#kit'
import { buildModel } from '#solutions/cats-vs-dogs/buildModel.ts'
import {
  convolution,
  dense,
  each,
  numbers,
  type Picture,
  picture,
  pooling,
  relu,
  sigmoid,
} from './plain.ts'
import { ask, listed } from './weights.ts'

interface Data {
  readonly shape: [number, number, number]
  readonly filters: number[]
  readonly units: number
  readonly batchNormalization: boolean
  readonly frequency: number
}

/** TensorFlow.js' default, added to a variance before its root is taken. */
const EPSILON = 1e-3

/** The network by loops in double precision, with running averages; parameters counted weight by weight. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    shape: fc.tuple(
      fc.integer({ min: 10, max: 13 }),
      fc.integer({ min: 10, max: 13 }),
      fc.integer({ min: 1, max: 3 }),
    ),
    filters: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 2 }),
    units: fc.integer({ min: 1, max: 4 }),
    batchNormalization: fc.boolean(),
    frequency: fc.double({ min: 0.3, max: 2, noNaN: true }),
  }),
  solution: (data) => {
    const { shape, frequency, ...sizes } = data
    const model = buildModel(shape, { ...sizes, dropout: 0.5 })
    const parameters = model.countParams()
    const pixels = numbers(shape[0] * shape[1] * shape[2], frequency, 7)
    // TensorFlow.js lists what is trained first, and the running averages after it.
    const blocks = blocksOf(data)
    const shapes = [...blocks.flatMap((block) => block.trained), ...endOf(data)]
    const running = blocks.flatMap((block) => block.running)
    const weights = [...listed(shapes, frequency), ...averages(running, frequency)]
    return { parameters, probability: ask(model, [...shapes, ...running], weights, pixels) }
  },
  expected: (data) => {
    const { shape, filters, frequency, batchNormalization } = data
    const blocks = blocksOf(data)
    const shapes = [...blocks.flatMap((block) => block.trained), ...endOf(data)]
    const running = blocks.flatMap((block) => block.running)
    const parameters = [...shapes, ...running]
      .map((of) => of.reduce((product, side) => product * side, 1))
      .reduce((sum, count) => sum + count, 0)
    const weights = listed(shapes, frequency)
    const means = averages(running, frequency)
    let image = picture(shape, numbers(shape[0] * shape[1] * shape[2], frequency, 7))
    for (const _ of filters) {
      const [kernel = [], bias = []] = weights.splice(0, 2)
      let seen: Picture = convolution(image, kernel, bias)
      if (batchNormalization) {
        const [gamma = [], beta = []] = weights.splice(0, 2)
        const [mean = [], variance = []] = means.splice(0, 2)
        seen = each(seen, (value, channel) => {
          const root = Math.sqrt((variance[channel] ?? 0) + EPSILON)
          const normal = (value - (mean[channel] ?? 0)) / root
          return normal * (gamma[channel] ?? 0) + (beta[channel] ?? 0)
        })
      }
      image = pooling(each(seen, relu))
    }
    const [kernel = [], bias = [], out = [], outBias = []] = weights
    const hidden = dense(image.flat(2), kernel, bias).map(relu)
    return { parameters, probability: sigmoid(dense(hidden, out, outBias)[0] ?? 0) }
  },
  tolerance: { maxError: 2e-5, reason: 'float32 sums of up to 100 products, three layers deep' },
}

function blocksOf({ shape, filters, batchNormalization }: Data) {
  return filters.map((count, i) => {
    const depth = i === 0 ? shape[2] : (filters[i - 1] ?? 0)
    const pair = batchNormalization ? [[count], [count]] : []
    return { trained: [[3, 3, depth, count], [count], ...pair], running: pair }
  })
}

function endOf({ shape, filters, units }: Data): number[][] {
  const left = (size: number) => filters.reduce((side) => Math.floor((side - 2) / 2), size)
  const inputs = left(shape[0]) * left(shape[1]) * (filters.at(-1) ?? 0)
  return [[inputs, units], [units], [units, 1], [1]]
}

/** Means and variances; the latter are above 0. */
function averages(shapes: readonly number[][], frequency: number): number[][] {
  return listed(shapes, frequency).map((values, i) =>
    i % 2 === 0 ? values : values.map((value) => 0.5 + value ** 2),
  )
}
