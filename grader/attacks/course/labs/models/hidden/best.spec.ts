import { describe, expect, test } from 'vitest'
import { bind, random } from '#kit'
import type * as lab from '#starter/models/best.ts'

const { submission } = bind<typeof lab>()

describe('best', () => {
  test('random-losses', async () => {
    const losses = random.numbers(9, 0.1, 5)
    const best = await submission.best()
    for (const [epoch, loss] of losses.entries()) await best.call('onEpochEnd', epoch, { loss })
    const smallest = Math.min(...losses)
    expect(await best.get('loss')).toBe(smallest)
    expect(await best.get('epoch')).toBe(losses.indexOf(smallest))
  })
})
