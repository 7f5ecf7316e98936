import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/transfer-learning/topK.ts'

const { submission } = bind<typeof lab>()

describe('topK', () => {
  test('worked-example', async () => {
    // exp of these is 2, 8, 1 and 5: 16 in all.
    const logits = tf.tensor1d([2, 8, 1, 5].map(Math.log))
    const best = await submission.topK(logits, ['cat', 'dog', 'bird', 'fish'], 2)
    await expect(Object.keys(best)).toMatchValue(['dog', 'fish'])
    await expect(best).toMatchValue({ dog: 0.5, fish: 0.3125 })
  })
})
