import type * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, random, straddling } from '#kit'
import type * as lab from '#starter/__LAB__/softmax.ts'

const { submission, reference } = bind<typeof lab>()

describe('softmax', () => {
  test('random-shapes', async () => {
    for (const { examples, classes } of straddling({ examples: [2, 6], classes: [2, 5] })) {
      const logits = random.normal<tf.Rank.R2>([examples, classes], { std: 3 })
      await expect(submission.softmax(logits)).toMatchTensor(reference.softmax(logits))
    }
  })
})
