import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import {
  alike,
  backbone,
  bind,
  diagnose,
  hold,
  leftBehind,
  place,
  random,
  straddling,
  twice,
} from '#kit'
import type * as lab from '#starter/transfer-learning/featureVectors.ts'
import { distance, noise, onlyTensor, otherNetwork, outputOf } from './networks.ts'

const { submission } = bind<typeof lab>()

/** Features of two layers differ by far more. */
const CLOSE = 1e-3

describe('featureVectors', () => {
  test('batches', async () => {
    for (const { count, batchSize } of straddling({
      count: [1, 11],
      batchSize: [1, 4],
    }).toReversed()) {
      const other = otherNetwork()
      const images = noise(count, other)
      const placed = await place(other.network)
      const got = await submission.featureVectors(placed, other.features, images, batchSize)
      const want = outputOf(other.network, other.features, images)
      const whole = want.slice([0, 0], [count - (count % batchSize), other.size])
      diagnose(
        'feature-vectors-drops-remainder',
        count % batchSize > 0 && distance(got, whole) < CLOSE,
      )
      const logits = onlyTensor(other.network.predict(images))
      diagnose('feature-vectors-of-the-last-layer', distance(got, logits) < CLOSE)
      const penultimate = other.network.layers.at(-2)?.name ?? ''
      diagnose(
        'feature-vectors-one-layer-off',
        distance(got, outputOf(other.network, penultimate, images)) < CLOSE,
      )
      await expect(got).toMatchTensor(want)
    }
  })

  test('no-leaks', async () => {
    const { network, extractor, features, ...size } = await backbone()
    const images = noise(12, size)
    const placed = await place(network)
    const left = async (batchSize: number) => {
      const held = await hold(images)
      return leftBehind(() => submission.featureVectors(placed, features, held, batchSize))
    }
    // Whatever is made once, such as a model of some of the layers, is made here.
    await left(12)
    const found = { few: await left(6), many: await left(1) }
    diagnose('feature-vectors-leaks', found.few > 0 || found.many > 0)
    await expect(found).toMatchValue({ few: 0, many: 0 })
    await expect(submission.featureVectors(placed, features, images, 5)).toMatchTensor(
      onlyTensor(extractor.predict(images)),
    )
  })

  test('frozen', async () => {
    const other = otherNetwork()
    const placed = await place(other.network)
    const images = noise(random.integer(5, 9), other)
    const first = await submission.featureVectors(placed, other.features, images, 4)
    const second = await submission.featureVectors(placed, other.features, images, 4)
    diagnose('feature-vectors-in-training', !(await alike(first, second)))
    const want = outputOf(other.network, other.features, images)
    await expect(first).toMatchTensor(want)
    await expect(second).toMatchTensor(want)
    const after = await placed.call('getWeights')
    for (const [i, weight] of other.network.getWeights().entries()) {
      await expect(after[i] ?? tf.scalar(0)).toMatchTensor(weight)
    }
  })

  test('leaves-inputs', async () => {
    const other = otherNetwork()
    const placed = await place(other.network)
    const images = noise(6, other)
    const held = await hold(images)
    const [first, second] = await twice(
      'feature-vectors-disposes-input',
      () => submission.featureVectors(placed, other.features, held, 3),
      () => submission.featureVectors(placed, other.features, images, 3),
    )
    const want = outputOf(other.network, other.features, images)
    await expect(first).toMatchTensor(want)
    await expect(second).toMatchTensor(want)
  })
})
