import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'

/** A tensor of rank 4 as plain data, so that a counter-example can be read. */
export interface Block {
  readonly shape: [number, number, number, number]
  readonly values: readonly number[]
}

/**
 * Quarters between -4 and 4: products and sums of them are exact in float32, so that two right ways to
 * add them up give the very same numbers.
 */
export const quarter = fc.integer({ min: -16, max: 16 }).map((n) => n / 4)

export function block(...shape: [number, number, number, number]): fc.Arbitrary<Block> {
  const length = shape.reduce((product, size) => product * size, 1)
  return fc
    .array(quarter, { minLength: length, maxLength: length })
    .map((values) => ({ shape, values }))
}

export function tensor({ shape, values }: Block): tf.Tensor4D {
  return tf.tensor4d([...values], shape)
}
