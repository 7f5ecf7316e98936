import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { klSparsity } from '#solutions/sparse-autoencoders/klSparsity.ts'

interface Data {
  readonly meanActivations: number[]
  readonly rho: number
}

/** Hundredths, with dead units and activations above 1 among them. */
const activation = fc.integer({ min: 0, max: 130 }).map((n) => n / 100)

/**
 * Cross entropy less entropy, in double precision: the same divergence by another formula. The larger
 * clipping bound is what float32 makes of 0.9999.
 */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    meanActivations: fc.array(activation, { minLength: 1, maxLength: 8 }),
    rho: fc.integer({ min: 1, max: 99 }).map((n) => n / 100),
  }),
  solution: ({ meanActivations, rho }) => klSparsity(tf.tensor1d(meanActivations), rho).array(),
  expected: ({ meanActivations, rho }) => {
    const crossEntropy = (r: number) => -rho * Math.log(r) - (1 - rho) * Math.log(1 - r)
    const clipped = meanActivations.map((r) => Math.min(Math.fround(0.9999), Math.max(1e-4, r)))
    return clipped.reduce((sum, r) => sum + crossEntropy(r) - crossEntropy(rho), 0)
  },
  tolerance: {
    maxError: 1e-4,
    reason: '1 - r keeps three digits fewer than r where r is 0.9999: at most 1e-5 in 2,000 cases.',
  },
}
