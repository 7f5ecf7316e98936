import { describe, expect, test } from 'vitest'
import { backbone, bind, load, place } from '#kit'
import type * as lab from '#starter/transfer-learning/transferModel.ts'

const { submission } = bind<typeof lab>()

describe('transferModel', () => {
  test('parameters', async () => {
    const { network, features } = await backbone()
    const options = { trainable: false, denseSize: 32, classes: 5 }
    const model = await load(
      await submission.transferModel(await place(network), features, options),
    )
    // Convolutions 80 + 1,168 + 4,640; the dense layers 288 * 32 + 32 and 32 * 5 + 5.
    await expect(model.countParams()).toMatchValue(5888 + 9248 + 165)
    const weights = model.getWeights().flatMap((weight) => Array.from(weight.dataSync()))
    expect(weights.every(Number.isFinite), 'every weight is a finite number').toBe(true)
    await expect(model.inputs.map(({ shape }) => shape.slice(1))).toMatchValue([[28, 28, 1]])
    await expect(model.outputs.map(({ shape }) => shape.slice(1))).toMatchValue([[5]])
  })
})
