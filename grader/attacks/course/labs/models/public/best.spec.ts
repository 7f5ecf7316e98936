import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/models/best.ts'

const { submission } = bind<typeof lab>()

describe('best', () => {
  test('example', async () => {
    const best = await submission.best()
    for (const [epoch, loss] of [3, 1, 2].entries()) await best.call('onEpochEnd', epoch, { loss })
    expect([await best.get('epoch'), await best.get('loss')]).toEqual([1, 1])
  })
})
