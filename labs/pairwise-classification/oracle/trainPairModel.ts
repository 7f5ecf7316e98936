import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { trainPairModel } from '#solutions/pairwise-classification/trainPairModel.ts'

interface Data {
  readonly pairs: readonly { a: number[]; b: number[]; same: number }[]
  readonly epochs: number
  readonly seed: number
}

const pixels = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })

/**
 * Few pairs make one batch, so an epoch is one step, and its loss is that of the weights before it: the
 * last loss of n + 1 epochs is the cross-entropy, by hand, of the model after n epochs from the same start.
 */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    pairs: fc.array(fc.record({ a: pixels, b: pixels, same: fc.integer({ min: 0, max: 1 }) }), {
      minLength: 2,
      maxLength: 8,
    }),
    epochs: fc.integer({ min: 1, max: 3 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  solution: async ({ pairs, epochs, seed }) => {
    const { model, history } = await fromSeed(seed, () =>
      trainPairModel(given(pairs), { epochs: epochs + 1 }),
    )
    model.dispose()
    return { epochs: history.loss.length, last: history.loss.at(-1) }
  },
  expected: async ({ pairs, epochs, seed }) => {
    const { a, b, same } = given(pairs)
    const { model } = await fromSeed(seed, () => trainPairModel({ a, b, same }, { epochs }))
    const output = model.predict([a, b])
    if (!(output instanceof tf.Tensor)) throw new TypeError('A model with one output gives one.')
    const probabilities = Array.from(await output.data())
    model.dispose()
    const losses = probabilities.map((p, i) => -Math.log(same[i] === 1 ? p : 1 - p))
    return {
      epochs: epochs + 1,
      last: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    }
  },
  tolerance: {
    maxError: 1e-5,
    reason: 'float32 against float64, and batches in another order: 4e-7 measured',
  },
}

function given(pairs: Data['pairs']) {
  return {
    a: tf.tensor2d(pairs.map(({ a }) => a)),
    b: tf.tensor2d(pairs.map(({ b }) => b)),
    same: pairs.map(({ same }) => same),
  }
}

/** Initial weights come from `Math.random`; two trainings from one seed start alike. */
async function fromSeed<T>(seed: number, run: () => Promise<T>): Promise<T> {
  const { random } = Math
  let state = seed
  Math.random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  try {
    return await run()
  } finally {
    Math.random = random
  }
}
