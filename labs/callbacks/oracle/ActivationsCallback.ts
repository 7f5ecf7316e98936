import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { ActivationsCallback } from '#solutions/callbacks/ActivationsCallback.ts'
import { type Layer, layers, model, NAMES, outputs, row, statistics } from './network.ts'

interface Data {
  readonly layers: readonly Layer[]
  readonly watched: number
  readonly X: readonly number[][]
}

/** The network computed example by example on plain numbers. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    layers,
    watched: fc.integer({ min: 0, max: 2 }),
    X: fc.array(row(2), { minLength: 1, maxLength: 4 }),
  }),
  async solution({ layers, watched, X }) {
    const name = NAMES[watched] ?? ''
    const callback = new ActivationsCallback(model(layers), name, tf.tensor2d([...X]))
    await callback.onEpochEnd(0)
    return { mean: callback.meanPerEpoch[0], std: callback.stdPerEpoch[0] }
  },
  expected: ({ layers, watched, X }) =>
    statistics(X.flatMap((example) => outputs(layers, example)[watched + 1] ?? [])),
  tolerance: { maxError: 1e-5, reason: 'tanh and exp in float32: 5e-7 was seen.' },
}
