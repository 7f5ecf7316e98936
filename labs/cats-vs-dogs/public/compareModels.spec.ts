import { describe, expect, test } from 'vitest'
import { bind, load } from '#kit'
import type * as lab from '#starter/cats-vs-dogs/compareModels.ts'

const { submission } = bind<typeof lab>()

describe('compareModels', () => {
  test('parameters', async () => {
    // The small colour pictures of CIFAR-10, with the sizes of the slides.
    const built = await submission.candidates([32, 32, 3], { filters: 64, units: 32 })
    const [dense, conv, convPool] = [
      await load(built.dense),
      await load(built.conv),
      await load(built.convPool),
    ]
    const weights = [dense, conv, convPool].flatMap((model) => model.getWeights())
    const finite = weights.every((weight) => weight.dataSync().every(Number.isFinite))
    expect(finite, 'every weight is a finite number').toBe(true)
    await expect({
      dense: dense.countParams(),
      conv: conv.countParams(),
      convPool: convPool.countParams(),
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
