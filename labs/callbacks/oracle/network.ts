import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'

/** A network as plain numbers: for each layer its kernel by rows, and its bias. */
export interface Layer {
  readonly kernel: readonly (readonly number[])[]
  readonly bias: readonly number[]
}

/** Quarters between -2 and 2: small enough that no unit saturates. */
export const quarter = fc.integer({ min: -8, max: 8 }).map((n) => n / 4)

export const rows = (height: number, width: number): fc.Arbitrary<number[][]> =>
  fc.array(row(width), { minLength: height, maxLength: height })

export const row = (width: number): fc.Arbitrary<number[]> =>
  fc.array(quarter, { minLength: width, maxLength: width })

const layer = (inputs: number, units: number): fc.Arbitrary<Layer> =>
  fc.record({ kernel: rows(inputs, units), bias: row(units) })

/** Two hidden layers of tanh and a softmax, for examples of two features. */
export const layers: fc.Arbitrary<Layer[]> = fc.tuple(layer(2, 3), layer(3, 2), layer(2, 3))

export const NAMES = ['first', 'second', 'last'] as const

/** The same network in TensorFlow.js. */
export function model(layers: readonly Layer[]): tf.Sequential {
  const built = tf.sequential()
  layers.forEach(({ bias }, i) => {
    built.add(
      tf.layers.dense({
        units: bias.length,
        activation: i === layers.length - 1 ? 'softmax' : 'tanh',
        name: NAMES[i] ?? '',
        ...(i === 0 && { inputShape: [2] }),
      }),
    )
  })
  built.setWeights(
    layers.flatMap(({ kernel, bias }) => [
      tf.tensor2d(kernel.map((each) => [...each])),
      tf.tensor1d([...bias]),
    ]),
  )
  return built
}

/** The outputs of every layer for one example, the example itself first, in double precision. */
export function outputs(layers: readonly Layer[], example: readonly number[]): number[][] {
  const all = [[...example]]
  layers.forEach(({ kernel, bias }, i) => {
    const below = all[i] ?? []
    const sums = bias.map((b, j) => below.reduce((sum, x, k) => sum + x * (kernel[k]?.[j] ?? 0), b))
    all.push(i === layers.length - 1 ? softmax(sums) : sums.map(Math.tanh))
  })
  return all
}

function softmax(sums: readonly number[]): number[] {
  const powers = sums.map(Math.exp)
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

/** Mean and population standard deviation by their definitions. */
export function statistics(values: readonly number[]): { mean: number; std: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0)
  return { mean, std: Math.sqrt(squares / values.length) }
}
