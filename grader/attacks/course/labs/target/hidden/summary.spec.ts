import { describe, expect, test } from 'vitest'
import { bind, random } from '#kit'
import type * as lab from '#starter/target/summary.ts'

const { submission } = bind<typeof lab>()

describe('summary', () => {
  test('random-lists', async () => {
    for (const count of [1, 2, 9]) {
      const numbers = random.integers(count, -50, 50)
      expect(await submission.summary(numbers)).toEqual({ count, largest: Math.max(...numbers) })
    }
  })
})
