import { describe, expect, test } from 'vitest'
import { bind, random } from '#kit'
import type * as lab from '#starter/target/total.ts'
import inputs from './inputs.json' with { type: 'json' }

const { submission, reference } = bind<typeof lab>()

describe('total', () => {
  test('random-lists', async () => {
    for (const length of [0, 1, 7]) {
      const numbers = random.integers(length, -50, 50)
      await expect(submission.total(numbers)).toMatchValue(reference.total(numbers))
    }
    await expect(submission.total(inputs.total)).toMatchValue(reference.total(inputs.total))
  })
})
