import { describe, expect, test } from 'vitest'
import { bind, diagnose } from '#kit'
import type * as lab from '#starter/custom-losses/buildModel.ts'
import { activationsOf, denseLayers, inspect, layersOf, parametersOf } from './networks.ts'

const { submission } = bind<typeof lab>()

const HIDDEN = [128, 64, 32, 16]

describe('buildModel', () => {
  test('parameter-counts', async () => {
    const model = await inspect(await submission.buildModel(784, 10))
    const [first] = layersOf(model)
    diagnose('build-model-dense-input', first?.units === 784)
    // (784 + 1) * 128, (128 + 1) * 64, (64 + 1) * 32, (32 + 1) * 16 and (16 + 1) * 10
    await expect(parametersOf(model)).toMatchValue([100_480, 8_256, 2_080, 528, 170])
    await expect(model.countParams()).toMatchValue(111_514)
  })

  test('layers', async () => {
    const layers = layersOf(await inspect(await submission.buildModel(784, 10)))
    const activations = activationsOf(layers)
    const hidden = activations.slice(0, -1)
    const alone = layers.some(({ units }) => units === null)
    diagnose('build-model-dense-input', layers[0]?.units === 784)
    diagnose('build-model-softmax-missing', activations.at(-1) === 'linear')
    diagnose('build-model-sigmoid-output', activations.at(-1) === 'sigmoid')
    diagnose(
      'build-model-linear-hidden-layers',
      hidden.length > 0 && hidden.every((activation) => activation === 'linear'),
    )
    diagnose(
      'build-model-separate-activations',
      alone && activations.join() === 'relu,relu,relu,relu,softmax',
    )
    await expect(layers).toMatchValue(denseLayers(HIDDEN, 10))
  })
})
