import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/pairwise-classification/perClassAccuracy.ts'

const { submission } = bind<typeof lab>()

describe('perClassAccuracy', () => {
  test('worked-example', async () => {
    const accuracy = await submission.perClassAccuracy([
      { a: 3, b: 3, actual: 1, predicted: 1 },
      { a: 3, b: 5, actual: 0, predicted: 1 },
      { a: 5, b: 8, actual: 0, predicted: 0 },
      { a: 8, b: 3, actual: 0, predicted: 0 },
      { a: 5, b: 5, actual: 1, predicted: 0 },
      { a: 8, b: 8, actual: 1, predicted: 1 },
    ])
    // 3 takes part in rows 1, 2 and 4; 5 in rows 2, 3 and 5; 8 in rows 3, 4 and 6.
    await expect(accuracy).toMatchValue({ 3: 2 / 3, 5: 1 / 3, 8: 1 })
  })
})
