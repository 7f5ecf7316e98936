import type * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, hold, random, straddling, twice } from '#kit'
import type * as lab from '#starter/convolutions/padAndStride.ts'

const { submission, reference } = bind<typeof lab>()

describe('padAndStride', () => {
  test('same-padding', async () => {
    const sizes = { height: [4, 7], width: [4, 6], rows: [1, 4], columns: [2, 3] } as const
    for (const { height, width, rows, columns } of straddling(sizes).toReversed()) {
      await compare([height, width, 2], [rows, columns, 3], { padding: 'same' })
    }
  })

  test('strides', async () => {
    const sizes = {
      height: [5, 8],
      width: [6, 7],
      rows: [2, 3],
      columns: [1, 4],
      stride: [2, 3],
    } as const
    for (const { height, width, rows, columns, stride } of straddling(sizes).toReversed()) {
      for (const padding of ['same', 'valid'] as const) {
        await compare([height, width, 2], [rows, columns, 3], { stride, padding })
      }
    }
  })

  test('dilation', async () => {
    const sizes = {
      height: [7, 9],
      width: [7, 8],
      rows: [2, 3],
      dilation: [2, 3],
      stride: [1, 2],
    } as const
    for (const { height, width, rows, dilation, stride } of straddling(sizes).toReversed()) {
      for (const padding of ['same', 'valid'] as const) {
        await compare([height, width, 2], [rows, 2, 3], { dilation, stride, padding })
      }
    }
  })

  test('leaves-inputs', async () => {
    const image = random.normal<tf.Rank.R4>([1, 5, 4, 2])
    const filters = random.normal<tf.Rank.R4>([3, 2, 2, 3])
    const [heldImage, heldFilters] = [await hold(image), await hold(filters)]
    const options = { padding: 'same', stride: 2 } as const
    const [first, second] = await twice(
      'pad-and-stride-mutates-input',
      () => submission.padAndStride(heldImage, heldFilters, options),
      () => submission.padAndStride(image, filters, options),
    )
    await expect(first).toMatchTensor(reference.padAndStride(image, filters, options))
    await expect(second).toMatchTensor(reference.padAndStride(image, filters, options))
  })
})

type Image = readonly [height: number, width: number, channels: number]
type Filters = readonly [rows: number, columns: number, count: number]

async function compare(
  [height, width, channels]: Image,
  [rows, columns, count]: Filters,
  options: lab.PadAndStrideOptions,
): Promise<void> {
  const image = random.normal<tf.Rank.R4>([1, height, width, channels])
  const filters = random.normal<tf.Rank.R4>([rows, columns, channels, count])
  await expect(submission.padAndStride(image, filters, options)).toMatchTensor(
    reference.padAndStride(image, filters, options),
  )
}
