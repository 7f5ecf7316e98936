import { describe, expect, test } from 'vitest'
import { backbone, bind, load, place } from '#kit'
import type * as lab from '#starter/transfer-learning/transferModel.ts'

const { submission } = bind<typeof lab>()

describe('transferModel', () => {
  test('parameters', async () => {
    const { network, extractor, features } = await backbone()
    const options = { trainable: false, denseSize: 32, classes: 5 }
    const model = await load(
      await submission.transferModel(await place(network), features, options),
    )
    // With the digits: convolutions 80 + 1,168 + 4,640, and 288 features for the first dense layer.
    const body = extractor.countParams()
    const size = extractor.outputs[0]?.shape[1] ?? 0
    await expect(model.countParams()).toMatchValue(body + (size + 1) * 32 + (32 + 1) * 5)
    const weights = model.getWeights().flatMap((weight) => Array.from(weight.dataSync()))
    expect(weights.every(Number.isFinite), 'every weight is a finite number').toBe(true)
    await expect(model.inputs.map(({ shape }) => shape.slice(1))).toMatchValue(
      network.inputs.map(({ shape }) => shape.slice(1)),
    )
    await expect(model.outputs.map(({ shape }) => shape.slice(1))).toMatchValue([[5]])
  })
})
