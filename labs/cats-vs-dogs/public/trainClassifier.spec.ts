import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, load } from '#kit'
import type * as lab from '#starter/cats-vs-dogs/trainClassifier.ts'

const { submission } = bind<typeof lab>()

describe('trainClassifier', () => {
  test('loss-falls', async () => {
    // Bright pictures and dark ones.
    const pictures = (count: number) => ({
      images: tf
        .concat(
          Array.from({ length: count }, (_, i) => tf.fill([1, 24, 24, 3], i % 2 === 0 ? 0.2 : 0.8)),
        )
        .as4D(count, 24, 24, 3),
      labels: Array.from({ length: count }, (_, i) => i % 2),
    })
    const answer = await submission.trainClassifier(pictures(96), pictures(16), {
      epochs: 6,
      seed: 1,
    })
    expect(Array.isArray(answer?.history?.loss), 'history.loss is a list').toBe(true)
    const { loss } = answer.history
    // Some epochs, six at most, and the last one has the smaller loss.
    expect(loss.length, 'epochs').toBeGreaterThan(1)
    expect(loss.length, 'epochs').toBeLessThanOrEqual(6)
    expect(loss.at(-1), 'the loss of the last epoch').toBeLessThan(loss[0] ?? 0)
    // It reads the pictures as they are, and says one probability of each.
    const model = await load(answer.model)
    await expect(model.inputs.map(({ shape }) => shape.slice(1))).toMatchValue([[24, 24, 3]])
    await expect(model.outputs.map(({ shape }) => shape.slice(1))).toMatchValue([[1]])
  })
})
