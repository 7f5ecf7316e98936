import * as tf from '@tensorflow/tfjs'
import { describe, test } from 'vitest'
import { scale } from '../src/scale.ts'
import * as solution from './solution.ts'

// {{canary:spec}}
describe('scale', () => {
  test('fixed-case', async () => {
    const result = scale(tf.tensor2d([1, -2, 0.5, 4], [2, 2]), 2)
    tf.test_util.expectArraysClose(await result.data(), [2, -4, 1, 8])
  })

  test('random-shapes', async () => {
    for (const rows of [1, 3, 4]) {
      const x = tf.randomUniform([rows, 5], -2, 2)
      const result = scale(x, 3)
      const expected = solution.scale(x, 3)
      tf.test_util.expectArraysClose(await result.data(), await expected.data())
    }
  })
})
