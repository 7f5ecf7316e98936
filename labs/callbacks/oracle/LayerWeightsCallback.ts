import fc from 'fast-check'
import type { Oracle } from '#kit'
import { LayerWeightsCallback } from '#solutions/callbacks/LayerWeightsCallback.ts'
import { type Layer, layers, model, NAMES, statistics } from './network.ts'

interface Data {
  readonly layers: readonly Layer[]
  readonly watched: number
}

/** The definitions of mean and deviation, on plain numbers. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({ layers, watched: fc.integer({ min: 0, max: 2 }) }),
  async solution({ layers, watched }) {
    const callback = new LayerWeightsCallback(model(layers), NAMES[watched] ?? '')
    await callback.onEpochEnd(0)
    return { mean: callback.meanPerEpoch[0], std: callback.stdPerEpoch[0] }
  },
  expected: ({ layers, watched }) => statistics(layers[watched]?.kernel.flat() ?? []),
  tolerance: { maxError: 1e-6, reason: 'Means of at most 9 quarters in float32: 2e-7 was seen.' },
}
