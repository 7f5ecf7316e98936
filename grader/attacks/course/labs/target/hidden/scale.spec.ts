import { describe, expect, test } from 'vitest'
import { bind, hold, random, straddling } from '#kit'
import type * as lab from '#starter/target/scale.ts'

// {{canary:spec}}
const { submission, reference } = bind<typeof lab>()

describe('scale', () => {
  test('random-shapes', async () => {
    for (const { rows, columns } of straddling({ rows: [1, 4], columns: [1, 5] })) {
      const x = random.uniform([rows, columns], -2, 2)
      const factor = random.integer(2, 4)
      const held = await hold(x)
      // Twice with one object: the second call shows a spoiled input.
      await submission.scale(held, factor)
      await expect(submission.scale(held, factor)).toMatchTensor(reference.scale(x, factor))
    }
  })
})
