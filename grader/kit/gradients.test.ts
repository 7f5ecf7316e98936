import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { numericalGradient } from './gradients.ts'

describe('numericalGradient', () => {
  test('agrees with the derivative of a cubic', async () => {
    const x = tf.tensor1d([-1, 0.5, 2])
    const gradient = await numericalGradient((at) => at.pow(3).sum(), x)
    const want = [3, 0.75, 12]
    // h^2 of the central difference, plus float32's rounding over 2h.
    Array.from(await gradient.data()).forEach((got, i) => {
      expect(Math.abs(got - (want[i] ?? 0))).toBeLessThan(2e-3)
    })
  })

  test('refuses a function that gives more than one number', async () => {
    await expect(numericalGradient((at) => at, tf.tensor1d([1, 2]))).rejects.toThrow('one number')
  })
})
