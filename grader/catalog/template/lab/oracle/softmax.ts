import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { softmax } from '#solutions/__LAB__/softmax.ts'

const logit = fc.double({ min: -20, max: 20, noNaN: true })

/** Up to 6 examples of up to 6 classes. */
const examples = fc
  .integer({ min: 1, max: 6 })
  .map((classes) => fc.array(logit, { minLength: classes, maxLength: classes }))
  .chain((row) => fc.array(row, { minLength: 1, maxLength: 6 }))

/** Divided through by its own exponential, p[j] is 1 / sum over k of exp(z[k] - z[j]). */
function probabilities(row: number[]): number[] {
  return row.map((z) => 1 / row.reduce((sum, other) => sum + Math.exp(other - z), 0))
}

export const oracle: Oracle<number[][]> = {
  arbitrary: examples,
  solution: (logits) => softmax(tf.tensor2d(logits)),
  expected: (logits) => tf.tensor2d(logits.map(probabilities)),
  tolerance: {
    maxError: 1e-5,
    reason: 'over 20,000 random cases at most 4.8e-7, mostly from rounding logits to float32',
  },
}
