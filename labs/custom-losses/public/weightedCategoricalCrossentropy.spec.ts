import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { costOf } from './costs.ts'

/** The six examples of the handout. */
const yTrue = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
  [0, 0, 0, 1],
]
const yPred = [
  [0.55, 0.15, 0.2, 0.1],
  [0.28, 0.37, 0.2, 0.15],
  [0.6, 0, 0.3, 0.1],
  [0.4, 0.2, 0.25, 0.15],
  [0.3, 0.25, 0.15, 0.3],
  [0.02, 0.06, 0.05, 0.87],
]

describe('weightedCategoricalCrossentropy', () => {
  test('fixed-case', async () => {
    await expect(costOf({ weights: [1, 1, 1, 1], yTrue, yPred })).toMatchTensor(tf.scalar(3.4066))
    await expect(costOf({ weights: [2, 3, 4, 5], yTrue, yPred })).toMatchTensor(tf.scalar(10.799))
  })
})
