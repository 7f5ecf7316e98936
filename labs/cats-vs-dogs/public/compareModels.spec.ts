import { describe, expect, test } from 'vitest'
import { bind, countParameters } from '#kit'
import type * as lab from '#starter/cats-vs-dogs/compareModels.ts'

const { submission } = bind<typeof lab>()

describe('compareModels', () => {
  test('parameters', async () => {
    // The small colour pictures of CIFAR-10, with the sizes of the slides.
    const { dense, conv, convPool } = await submission.candidates([32, 32, 3], {
      filters: 64,
      units: 32,
    })
    await expect({
      dense: await countParameters(dense),
      conv: await countParameters(conv),
      convPool: await countParameters(convPool),
    }).toMatchValue({
      // (3,072 + 1) * 32, and 33 for the output
      dense: 98_369,
      // 1,792 and (30 * 30 * 64 + 1) * 32, and 33
      conv: 1_845_057,
      // 1,792 and (15 * 15 * 64 + 1) * 32, and 33
      convPool: 462_657,
    })
  })
})
