import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { GradientNormCallback } from '#solutions/callbacks/GradientNormCallback.ts'
import { type Layer, layers, model, NAMES, outputs, row } from './network.ts'

interface Data {
  readonly layers: readonly Layer[]
  readonly examples: readonly { readonly x: readonly number[]; readonly label: number }[]
}

/** Backpropagation by hand, on plain numbers: delta of the softmax is P - Y, of a tanh (1 - a^2) times what comes down. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    layers,
    examples: fc.array(fc.record({ x: row(2), label: fc.integer({ min: 0, max: 2 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  async solution({ layers, examples }) {
    const X = tf.tensor2d(examples.map(({ x }) => [...x]))
    const Y = tf.tensor2d(examples.map(({ label }) => [0, 1, 2].map((j) => Number(j === label))))
    const callback = new GradientNormCallback(model(layers), X, Y)
    await callback.onEpochEnd(0)
    return callback.normPerEpoch[0]
  },
  expected({ layers, examples }) {
    const sums = layers.map(({ kernel, bias }) => ({
      kernel: kernel.map((each) => each.map(() => 0)),
      bias: bias.map(() => 0),
    }))
    for (const { x, label } of examples) {
      const all = outputs(layers, x)
      let delta = (all[layers.length] ?? []).map((p, j) => p - Number(j === label))
      for (let i = layers.length - 1; i >= 0; i--) {
        const below = all[i] ?? []
        sums[i]?.kernel.forEach((each, k) => {
          for (const j of each.keys()) each[j] = (each[j] ?? 0) + (below[k] ?? 0) * (delta[j] ?? 0)
        })
        const above = delta
        const bias = sums[i]?.bias ?? []
        for (const j of bias.keys()) bias[j] = (bias[j] ?? 0) + (above[j] ?? 0)
        const { kernel = [] } = layers[i] ?? {}
        delta = below.map(
          (a, k) => (1 - a ** 2) * above.reduce((sum, d, j) => sum + d * (kernel[k]?.[j] ?? 0), 0),
        )
      }
    }
    return Object.fromEntries(
      sums.map(({ kernel, bias }, i) => [
        NAMES[i] ?? '',
        Math.hypot(...kernel.flat(), ...bias) / examples.length,
      ]),
    )
  },
  tolerance: { maxError: 2e-5, reason: 'Norms up to 10 through three layers of float32.' },
}
