import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/convolutions/conv1d.ts'

const { submission } = bind<typeof lab>()

describe('conv1d', () => {
  test('worked-example', async () => {
    // 2*1 - 1*2 + 0*3 = 0, then -1*1 + 0*2 + 3*3 = 8, then 0*1 + 3*2 + 1*3 = 9
    await expect(submission.conv1d([2, -1, 0, 3, 1], [1, 2, 3])).toMatchValue([0, 8, 9])
    // Where the signal climbs the answer is 1, where it falls -1.
    await expect(submission.conv1d([0, 0, 1, 1, 1, 0], [-1, 1])).toMatchValue([0, 1, 0, 0, -1])
    // A kernel as long as the signal has room for one position.
    await expect(submission.conv1d([3, 1, 2], [1, 0, -1])).toMatchValue([1])
  })
})
