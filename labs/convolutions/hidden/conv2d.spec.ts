import type * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { alike, bind, diagnose, hold, random, straddling, twice } from '#kit'
import type * as lab from '#starter/convolutions/conv2d.ts'

const { submission, reference } = bind<typeof lab>()

describe('conv2d', () => {
  test('random-shapes', async () => {
    const sizes = { height: [2, 7], width: [3, 6], channels: [1, 3], count: [1, 4] } as const
    for (const { height, width, channels, count } of straddling(sizes).toReversed()) {
      const image = random.normal<tf.Rank.R4>([1, height, width, channels])
      const filters = random.normal<tf.Rank.R4>([2, 3, channels, count])
      await expect(submission.conv2d(image, filters, 'linear')).toMatchTensor(
        reference.conv2d(image, filters, 'linear'),
      )
    }
    // A filter of one pixel mixes channels; one as large as the image gives one pixel.
    for (const taps of [1, 4]) {
      const image = random.normal<tf.Rank.R4>([1, 4, 4, 3])
      const filters = random.normal<tf.Rank.R4>([taps, taps, 3, 2])
      await expect(submission.conv2d(image, filters, 'linear')).toMatchTensor(
        reference.conv2d(image, filters, 'linear'),
      )
    }
  })

  test('activations', async () => {
    const image = random.normal<tf.Rank.R4>([1, 6, 5, 2])
    const filters = random.normal<tf.Rank.R4>([3, 2, 2, 3])
    const byDefault = await submission.conv2d(image, filters)
    const sums = await submission.conv2d(image, filters, 'linear')
    const values = Array.from(await byDefault.data())
    // No sigmoid gives less than 0 or more than 1.
    const beyond = values.some((value) => value < 0) && values.some((value) => value > 1)
    diagnose('conv2d-forgets-sigmoid', beyond && (await alike(byDefault, sums)))
    await expect(byDefault).toMatchTensor(reference.conv2d(image, filters))
    await expect(sums).toMatchTensor(reference.conv2d(image, filters, 'linear'))
    for (const activation of ['sigmoid', 'relu'] as const) {
      await expect(submission.conv2d(image, filters, activation)).toMatchTensor(
        reference.conv2d(image, filters, activation),
      )
    }
  })

  test('leaves-inputs', async () => {
    const image = random.normal<tf.Rank.R4>([1, 5, 4, 2])
    const filters = random.normal<tf.Rank.R4>([3, 2, 2, 3])
    const [heldImage, heldFilters] = [await hold(image), await hold(filters)]
    const [first, second] = await twice(
      'conv2d-mutates-input',
      () => submission.conv2d(heldImage, heldFilters, 'linear'),
      () => submission.conv2d(image, filters, 'linear'),
    )
    await expect(first).toMatchTensor(reference.conv2d(image, filters, 'linear'))
    await expect(second).toMatchTensor(reference.conv2d(image, filters, 'linear'))
  })
})
