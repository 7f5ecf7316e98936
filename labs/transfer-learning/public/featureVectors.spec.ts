import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { backbone, bind, place, random } from '#kit'
import type * as lab from '#starter/transfer-learning/featureVectors.ts'

const { submission } = bind<typeof lab>()

describe('featureVectors', () => {
  test('worked-example', async () => {
    const { network, extractor, features, height, width, channels } = await backbone()
    // Five images of noise, two at a time: the last batch is smaller.
    const images = random.uniform<tf.Rank.R4>([5, height, width, channels], -1, 1)
    const want = extractor.predict(images)
    if (!(want instanceof tf.Tensor)) throw new TypeError('There is one layer of features.')
    const placed = await place(network)
    await expect(submission.featureVectors(placed, features, images, 2)).toMatchTensor(want)
  })
})
