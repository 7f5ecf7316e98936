import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/target/total.ts'

const { submission, reference } = bind<typeof lab>()

describe('total', () => {
  test('small', async () => {
    await expect(submission.total([1, 2, 3.5])).toMatchValue(reference.total([1, 2, 3.5]))
  })
})
