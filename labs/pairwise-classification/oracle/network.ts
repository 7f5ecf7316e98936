import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'

/** A network's input and where its weights come from, as plain data. */
export interface Example {
  readonly a: readonly number[]
  readonly b: readonly number[]
  /** The weights are sines of their place times this: all different, none random. */
  readonly frequency: number
}

const pixel = fc.double({ min: -1, max: 1, noNaN: true })

export const example: fc.Arbitrary<Example> = fc.integer({ min: 1, max: 9 }).chain((inputDim) =>
  fc.record({
    a: fc.array(pixel, { minLength: inputDim, maxLength: inputDim }),
    b: fc.array(pixel, { minLength: inputDim, maxLength: inputDim }),
    frequency: fc.double({ min: 1, max: 9, noNaN: true }),
  }),
)

/** Float32 sums of 200 products below 0.2 in size, and a sigmoid. */
export const tolerance = { maxError: 1e-5, reason: 'float32 against float64: 2e-7 measured' }

/** A dense layer of JavaScript numbers. */
export interface Dense {
  readonly kernel: readonly (readonly number[])[]
  readonly bias: readonly number[]
}

/** Layer `place` of a network with these sizes. */
export function dense(inputs: number, units: number, place: number, frequency: number): Dense {
  const weight = (row: number, unit: number) =>
    Math.fround(0.2 * Math.sin(frequency * (1 + place + 7 * row + 1.3 * unit)))
  return {
    kernel: Array.from({ length: inputs }, (_, row) =>
      Array.from({ length: units }, (_, unit) => weight(row, unit)),
    ),
    bias: Array.from({ length: units }, (_, unit) => weight(-1, unit)),
  }
}

/** The sums of a dense layer, in double precision. */
export function sums({ kernel, bias }: Dense, input: readonly number[]): number[] {
  return bias.map((start, unit) =>
    input.reduce((sum, value, row) => sum + Math.fround(value) * (kernel[row]?.[unit] ?? 0), start),
  )
}

export function relu(values: readonly number[]): number[] {
  return values.map((value) => Math.max(0, value))
}

/** Puts these weights into the layers of these names, asks the model about one pair, and frees it. */
export async function ask(
  model: tf.LayersModel,
  layers: Readonly<Record<string, Dense>>,
  { a, b }: Example,
): Promise<number> {
  for (const [name, { kernel, bias }] of Object.entries(layers)) {
    const values = kernel.map((row) => [...row])
    model.getLayer(name).setWeights([tf.tensor2d(values), tf.tensor1d([...bias])])
  }
  const output = model.predict([tf.tensor2d([[...a]]), tf.tensor2d([[...b]])])
  if (!(output instanceof tf.Tensor)) throw new TypeError('A model with one output gives one.')
  const [probability = Number.NaN] = await output.data()
  model.dispose()
  return probability
}
