import { describe, expect, test } from 'vitest'
import { bind, load } from '#kit'
import type * as lab from '#starter/sparse-autoencoders/buildSparseAutoencoder.ts'

const { submission } = bind<typeof lab>()

describe('buildSparseAutoencoder', () => {
  test('parameters', async () => {
    // Digits of 28 x 28 pixels and a code of 50 units.
    const answer: unknown = await submission.buildSparseAutoencoder(784, 50, 0.05)
    expect(answer, 'the answer').toMatchObject({ loss: expect.any(Function) })
    const model = modelOf(answer)
    await expect(model.call('countParams')).toMatchValue(39_250 + 39_984)
    const { layers } = await load(model)
    const parameters = layers.map((layer) => [layer.name, layer.countParams()])
    await expect(parameters).toMatchValue([
      ['input', 0],
      ['encoder', (784 + 1) * 50],
      ['decoder', (50 + 1) * 784],
    ])
  })
})

function modelOf(answer: unknown): Parameters<typeof load>[0] {
  expect(answer, 'the answer').toMatchObject({ model: { call: expect.any(Function) } })
  if (!hasModel(answer)) throw new TypeError('an answer with a model has one')
  return answer.model
}

function hasModel(answer: unknown): answer is { model: Parameters<typeof load>[0] } {
  return typeof answer === 'object' && answer !== null && 'model' in answer
}
