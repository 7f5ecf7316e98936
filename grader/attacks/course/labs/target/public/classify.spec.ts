import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/target/classify.ts'

const { submission } = bind<typeof lab>()

describe('classify', () => {
  test('example', async () => {
    const points = [
      [0.2, 0.3],
      [0.9, 0.8],
      [0.6, 0.1],
    ]
    expect(await submission.classify(points)).toEqual([0, 1, 0])
  })
})
