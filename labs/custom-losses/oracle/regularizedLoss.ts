import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { regularizedLoss } from '#solutions/custom-losses/regularizedLoss.ts'

interface Data {
  readonly weights: readonly (readonly number[])[]
  readonly l1: number
  readonly l2: number
}

const factor = fc.integer({ min: 0, max: 16 }).map((n) => n / 16)
/** Never 0, where |w| has no slope. */
const quarter = fc.integer({ min: -16, max: 15 }).map((n) => (n < 0 ? n : n + 1) / 4)

/** The regularizers of the library, which penalise the kernels of its own layers; and their gradient's formula. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    weights: fc.array(fc.array(quarter, { minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 4,
    }),
    l1: factor,
    l2: factor,
  }),
  solution({ weights, l1, l2 }) {
    const tensors = weights.map((values) => tf.tensor1d([...values]))
    const slopes = tf.grads((...moved: tf.Tensor[]) => regularizedLoss(moved, l1, l2))(tensors)
    return { penalty: regularizedLoss(tensors, l1, l2), slopes }
  },
  expected({ weights, l1, l2 }) {
    const library = tf.regularizers.l1l2({ l1, l2 })
    const tensors = weights.map((values) => tf.tensor1d([...values]))
    return {
      penalty: tf.addN(tensors.map((tensor) => library.apply(tensor))),
      slopes: weights.map((values) =>
        tf.tensor1d(values.map((w) => l1 * Math.sign(w) + 2 * l2 * w)),
      ),
    }
  },
}
