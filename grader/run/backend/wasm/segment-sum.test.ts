import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { expectGradients, floats, startWasm, uniform } from './testing/gradients.ts'

beforeAll(startWasm)

test('a gathered row receives the gradients of all its copies', async () => {
  const cases = fc.record({
    shape: fc.constantFrom([6], [6, 3], [2, 6], [2, 6, 3]),
    indices: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 9 }),
    seed: fc.nat(),
  })
  await fc.assert(
    fc.asyncProperty(cases, async ({ shape, indices, seed }) => {
      const gather = (x: tf.Tensor) => tf.gather(x, tf.tensor1d(indices, 'int32'), shape.indexOf(6))
      await expectGradients(gather, [uniform(shape, seed)], { step: 0.5 })
    }),
    { numRuns: 40 },
  )
})

test('the weights of an embedding receive the gradients of the words that were looked up', async () => {
  const words = () => tf.tensor2d([0, 4, 4, 2, 1, 4], [2, 3], 'int32')
  const embed = (table: tf.Tensor) => tf.gather(table, words())
  await expectGradients(embed, [uniform([5, 4], 1)], { step: 0.5 })
})

test('rows of a segment are added, those of no segment are dropped, an empty segment is zero', () => {
  const x = tf.tensor2d([1, 2, 3, 4, 5, 6, 7, 8], [4, 2])
  const ids = tf.tensor1d([2, 0, 2, -1], 'int32')
  expect([...floats(tf.unsortedSegmentSum(x, ids, 3))]).toEqual([3, 4, 0, 0, 6, 8])
  expect([...floats(tf.unsortedSegmentSum(x, ids, 2))]).toEqual([3, 4, 0, 0])
})

test('whole numbers stay whole', () => {
  const x = tf.tensor1d([1, 2, 2 ** 30], 'int32')
  const sum = tf.unsortedSegmentSum(x, tf.tensor1d([0, 0, 1], 'int32'), 2)
  expect(sum.dtype).toBe('int32')
  expect([...sum.dataSync()]).toEqual([3, 2 ** 30])
})

test('its own gradient is a gather', async () => {
  const sum = (x: tf.Tensor) => tf.unsortedSegmentSum(x, tf.tensor1d([1, 0, 1], 'int32'), 2)
  await expectGradients(sum, [uniform([3, 2], 1)], { step: 0.5 })
})
