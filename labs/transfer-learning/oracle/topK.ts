import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { topK } from '#solutions/transfer-learning/topK.ts'

interface Data {
  readonly logits: readonly number[]
  readonly shift: number
  readonly k: number
}

/** Ranks by counting how many classes are better; a probability is 1 / sum of exp of differences of logits. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    // Whole numbers and halves: equal ones occur.
    logits: fc.array(
      fc.integer({ min: -12, max: 12 }).map((half) => half / 2),
      { minLength: 1, maxLength: 12 },
    ),
    shift: fc.constantFrom(0, 500, -900),
    k: fc.integer({ min: 1, max: 14 }),
  }),
  solution: async ({ logits, shift, k }) => {
    const values = tf.tensor1d(logits.map((logit) => logit + shift))
    return Object.entries(await topK(values, logits.map(nameOf), k))
  },
  expected: ({ logits, k }) => {
    const ranked: [string, number][] = []
    for (const [i, logit] of logits.entries()) {
      const better = logits.filter((other, j) => other > logit || (other === logit && j < i))
      const sum = logits.reduce((total, other) => total + Math.exp(other - logit), 0)
      if (better.length < k) ranked[better.length] = [nameOf(logit, i), 1 / sum]
    }
    return ranked
  },
  tolerance: { maxError: 1e-6, reason: 'float32 against float64: 1e-7 measured in 2,000 cases' },
}

function nameOf(_logit: number, i: number): string {
  return `class-${i}`
}
