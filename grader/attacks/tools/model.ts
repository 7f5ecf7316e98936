import type * as tf from '@tensorflow/tfjs'

/** What the judge asks of a model that it loads: the topology and the weights. Nothing keeps them honest. */
export class FakeModel {
  readonly #topology: unknown
  readonly #weights: unknown

  constructor(topology: unknown, weights: unknown = []) {
    this.#topology = topology
    this.#weights = weights
  }

  toJSON(): unknown {
    const topology = this.#topology
    return typeof topology === 'object' ? JSON.stringify(topology) : topology
  }

  getWeights(): unknown {
    return this.#weights
  }
}

/** As the functions of the lab declare it. */
export function asModel(fake: object): tf.LayersModel {
  return fake as tf.LayersModel
}

export const fake = (topology: unknown, weights?: unknown) =>
  asModel(new FakeModel(topology, weights))

export const sequential = (layers: readonly object[]) => ({
  class_name: 'Sequential',
  config: { name: 's', layers },
})

/** A layer for points [n, 2]. */
export const dense = (config: object) => ({
  class_name: 'Dense',
  config: { name: 'd', batch_input_shape: [null, 2], units: 1, ...config },
})
