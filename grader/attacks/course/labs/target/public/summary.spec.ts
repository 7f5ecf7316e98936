import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/target/summary.ts'

const { submission } = bind<typeof lab>()

describe('summary', () => {
  test('example', async () => {
    // A plain assertion, as spec authors write them too.
    expect(await submission.summary([4, 9, 2])).toEqual({ count: 3, largest: 9 })
  })
})
