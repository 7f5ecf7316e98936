import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, place } from '#kit'
import type * as lab from '#starter/cats-vs-dogs/evaluate.ts'

const { submission } = bind<typeof lab>()

/** Four cats and three dogs, and what a model says of them. */
const LABELS = [0, 0, 0, 0, 1, 1, 1]
const SCORES = [0.1, 0.3, 0.5, 0.6, 0.5, 0.6, 0.9]

describe('evaluate', () => {
  test('worked-example', async () => {
    // 0.5 is not above 0.5: the third cat is right, the first dog is wrong.
    await expect(submission.confusionMatrix(LABELS, SCORES)).toMatchValue([
      [3, 1],
      [1, 2],
    ])
    // Of 12 pairs of a dog and a cat: the dog at 0.5 wins 2 and ties 1, the one at 0.6 wins 3 and ties 1,
    // the one at 0.9 wins 4.
    await expect(submission.rocAuc(LABELS, SCORES)).toMatchValue(10 / 12)
    await expect(submission.rocAuc([1, 1], [0.2, 0.7])).toMatchValue(null)

    // A model that says of each picture its one pixel.
    const model = tf.sequential({
      layers: [tf.layers.flatten({ inputShape: [1, 1, 1] }), tf.layers.dense({ units: 1 })],
    })
    model.setWeights([tf.ones([1, 1]), tf.zeros([1])])
    const images = tf.tensor4d(SCORES, [7, 1, 1, 1])
    const found = await submission.evaluate(await place(model), { images, labels: LABELS })
    await expect(found).toMatchValue({
      accuracy: 5 / 7,
      confusion: [
        [3, 1],
        [1, 2],
      ],
      auc: 10 / 12,
    })
  })
})
