import { describe, expect, test } from 'vitest'
import { bind, load } from '#kit'
import type * as lab from '#starter/pairwise-classification/buildSiameseModel.ts'

const { submission } = bind<typeof lab>()

describe('buildSiameseModel', () => {
  test('parameters', async () => {
    // Digits of 28 x 28 pixels. The shared layer is counted once, for it is there once.
    const model = await load(await submission.buildSiameseModel(784))
    const found = model.layers.map((layer) => [layer.name, layer.countParams()] as const)
    const counts = Object.fromEntries(found)
    await expect({
      input_img0: counts['input_img0'],
      input_img1: counts['input_img1'],
      layer1_shared: counts['layer1_shared'],
      difference: counts['difference'],
      layer2_common: counts['layer2_common'],
      output: counts['output'],
      total: model.countParams(),
    }).toMatchValue({
      input_img0: 0,
      input_img1: 0,
      layer1_shared: 78_500,
      difference: 0,
      layer2_common: 10_100,
      output: 101,
      total: 88_701,
    })
    const [output] = model.outputs
    await expect(output?.shape.slice(1)).toMatchValue([1])
    const weights = model.getWeights().flatMap((weight) => Array.from(weight.dataSync()))
    expect(weights.every(Number.isFinite), 'every weight is a finite number').toBe(true)
  })
})
