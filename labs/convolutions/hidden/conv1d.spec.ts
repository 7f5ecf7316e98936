import { describe, expect, test } from 'vitest'
import { bind, hold, random, straddling, twice } from '#kit'
import type * as lab from '#starter/convolutions/conv1d.ts'

const { submission, reference } = bind<typeof lab>()

describe('conv1d', () => {
  test('random-signals', async () => {
    // Longest first: a short kernel hides mistakes that a long one shows.
    for (const { length, taps } of straddling({ length: [5, 12], taps: [1, 5] }).toReversed()) {
      const signal = random.numbers(length, -2, 2)
      const kernel = random.numbers(taps, -2, 2)
      await expect(submission.conv1d(signal, kernel)).toMatchValue(reference.conv1d(signal, kernel))
    }
  })

  test('leaves-inputs', async () => {
    const signal = random.numbers(8, -2, 2)
    const kernel = random.numbers(3, -2, 2)
    const [heldSignal, heldKernel] = [await hold(signal), await hold(kernel)]
    const [first, second] = await twice(
      'conv1d-mutates-input',
      () => submission.conv1d(heldSignal, heldKernel),
      () => submission.conv1d(signal, kernel),
    )
    await expect(first).toMatchValue(reference.conv1d(signal, kernel))
    await expect(second).toMatchValue(reference.conv1d(signal, kernel))
  })
})
