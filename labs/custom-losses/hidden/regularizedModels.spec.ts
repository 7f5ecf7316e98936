import { describe, expect, test } from 'vitest'
import { bind, random, straddling } from '#kit'
import type * as lab from '#starter/custom-losses/regularizedModels.ts'
import { diagnosePenalty, expectedPenalty, penaltyOf } from '../public/penalties.ts'

const { submission } = bind<typeof lab>()

const weightOf = (shape: number[]) => random.normal(shape, { std: 0.3 })

describe('regularizedModels', () => {
  test('l2-penalty', async () => {
    for (const { inputDim, classes } of straddling({ inputDim: [3, 20], classes: [2, 5] })) {
      const [l2 = 0] = random.numbers(1, 0.002, 0.05)
      const measured = await penaltyOf(await submission.l2Model(inputDim, classes, l2), weightOf)
      diagnosePenalty(measured, { l1: 0, l2 })
      await expect(measured.penalty).toMatchValue(expectedPenalty(measured, { l1: 0, l2 }))
    }
  })

  test('l1l2-penalty', async () => {
    for (const { inputDim, classes } of straddling({ inputDim: [3, 20], classes: [2, 5] })) {
      // Factors far apart: swapped ones show.
      const [l1 = 0] = random.numbers(1, 0.02, 0.05)
      const [l2 = 0] = random.numbers(1, 0.001, 0.005)
      const model = await submission.l1l2Model(inputDim, classes, l1, l2)
      const measured = await penaltyOf(model, weightOf)
      diagnosePenalty(measured, { l1, l2 })
      await expect(measured.penalty).toMatchValue(expectedPenalty(measured, { l1, l2 }))
    }
  })

  test('no-penalty', async () => {
    const measured = await penaltyOf(await submission.l1l2Model(4, 3, 0, 0), weightOf)
    diagnosePenalty(measured, { l1: 0, l2: 0 })
    await expect(measured.penalty).toMatchValue(0)
    const [l1 = 0] = random.numbers(1, 0.002, 0.05)
    const sizesOnly = await penaltyOf(await submission.l1l2Model(4, 3, l1, 0), weightOf)
    diagnosePenalty(sizesOnly, { l1, l2: 0 })
    await expect(sizesOnly.penalty).toMatchValue(expectedPenalty(sizesOnly, { l1, l2: 0 }))
  })
})
