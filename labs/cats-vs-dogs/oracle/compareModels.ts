import fc from 'fast-check'
import type { Oracle } from '#kit'
import { candidates } from '#solutions/cats-vs-dogs/compareModels.ts'
import { convolution, dense, each, numbers, picture, pooling, relu, sigmoid } from './plain.ts'
import { ask, listed } from './weights.ts'

interface Data {
  readonly shape: [number, number, number]
  readonly filters: number
  readonly units: number
  readonly frequency: number
}

/** The three networks by loops in double precision, and their parameters in closed form. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    shape: fc.tuple(
      fc.integer({ min: 4, max: 8 }),
      fc.integer({ min: 4, max: 8 }),
      fc.integer({ min: 1, max: 3 }),
    ),
    filters: fc.integer({ min: 1, max: 4 }),
    units: fc.integer({ min: 1, max: 4 }),
    frequency: fc.double({ min: 0.3, max: 2, noNaN: true }),
  }),
  solution: (data) => {
    const { shape, filters, units, frequency } = data
    const { dense, conv, convPool } = candidates(shape, { filters, units })
    const pixels = numbers(size(shape), frequency, 7)
    const shapes = shapesOf(data)
    const answer = (model: typeof dense, name: keyof typeof shapes) => {
      const parameters = model.countParams()
      const weights = listed(shapes[name], frequency)
      return { parameters, probability: ask(model, shapes[name], weights, pixels) }
    }
    return {
      dense: answer(dense, 'dense'),
      conv: answer(conv, 'conv'),
      convPool: answer(convPool, 'convPool'),
    }
  },
  expected: (data) => {
    const { shape, frequency } = data
    const pixels = numbers(size(shape), frequency, 7)
    const shapes = shapesOf(data)
    const parameters = (of: readonly (readonly number[])[]) =>
      of.reduce((sum, each) => sum + size(each), 0)
    const end = (inputs: number[], weights: readonly number[][]) => {
      const [kernel = [], bias = [], out = [], outBias = []] = weights
      return sigmoid(dense(dense(inputs, kernel, bias).map(relu), out, outBias)[0] ?? 0)
    }
    const convolved = (name: 'conv' | 'convPool') => {
      const [kernel = [], bias = [], ...rest] = listed(shapes[name], frequency)
      const seen = each(convolution(picture(shape, pixels), kernel, bias), relu)
      return end((name === 'conv' ? seen : pooling(seen)).flat(2), rest)
    }
    return {
      dense: {
        parameters: parameters(shapes.dense),
        probability: end(pixels, listed(shapes.dense, frequency)),
      },
      conv: { parameters: parameters(shapes.conv), probability: convolved('conv') },
      convPool: { parameters: parameters(shapes.convPool), probability: convolved('convPool') },
    }
  },
  tolerance: { maxError: 1e-5, reason: 'float32 sums of up to 145 products against float64' },
}

function shapesOf({ shape: [height, width, channels], filters, units }: Data) {
  const end = (inputs: number) => [[inputs, units], [units], [units, 1], [1]]
  const [rows, columns] = [height - 2, width - 2]
  const window = [[3, 3, channels, filters], [filters]]
  return {
    dense: end(height * width * channels),
    conv: [...window, ...end(rows * columns * filters)],
    convPool: [...window, ...end(Math.floor(rows / 2) * Math.floor(columns / 2) * filters)],
  }
}

function size(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1)
}
