import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose } from '#kit'
import type * as lab from '#starter/custom-losses/trainWithWeights.ts'
import { activationsOf, denseLayers, inspect, layersOf, parametersOf } from './networks.ts'

const { submission } = bind<typeof lab>()

describe('trainWithWeights', () => {
  test('network', async () => {
    // Twenty images without a picture: enough to see what was built.
    const images = tf.fill([20, 784], 0.5).as2D(20, 784)
    const digits = Array.from({ length: 10 }, (_, digit) => digit)
    const labels = tf.tensor2d([...digits, ...digits].map((digit) => oneHot(digit)))
    const weights = [1, 1, 1, 1, 1, 1, 4, 1, 1, 1]
    const options = { epochs: 3 }
    const trained = await submission.trainWithWeights(images, labels, weights, options)
    const { model, history } = trained
    const copy = await inspect(model)
    const layers = layersOf(copy)
    const units = layers.map((layer) => layer.units).join()
    diagnose('train-with-weights-other-network', units === '128,64,32,16,10')
    diagnose('train-with-weights-softmax-missing', activationsOf(layers).at(-1) === 'linear')
    await expect(layers).toMatchValue(denseLayers([64, 32], 10))
    // (784 + 1) * 64, (64 + 1) * 32 and (32 + 1) * 10
    await expect(parametersOf(copy)).toMatchValue([50_240, 2_080, 330])
    expect(history.loss, 'one loss for each of three epochs').toHaveLength(3)
  })
})

function oneHot(digit: number): number[] {
  return Array.from({ length: 10 }, (_, j) => +(j === digit))
}
