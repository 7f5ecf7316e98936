import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/pairwise-classification/buildPairs.ts'

const { submission } = bind<typeof lab>()

/** Six images of two pixels. The first pixel is the class, so that pairs can be read off. */
const LABELS = [3, 8, 3, 5, 8, 5]
const IMAGES = [
  [3, 1],
  [8, 1],
  [3, 2],
  [5, 1],
  [8, 2],
  [5, 2],
]

describe('buildPairs', () => {
  test('worked-example', async () => {
    const pairs = await submission.buildPairs(tf.tensor2d(IMAGES), LABELS, 4, 1)
    // 4 same and 4 different pairs for each of the 3 classes.
    await expect([pairs.a.shape, pairs.b.shape]).toMatchValue([
      [24, 2],
      [24, 2],
    ])
    const second = await pairs.b.array()
    const read = (await pairs.a.array()).map(([label = 0, number = 0], i) => {
      const [otherLabel = 0, otherNumber = 0] = second[i] ?? []
      const same = label === otherLabel
      return { label, same, itself: same && number === otherNumber, says: pairs.same[i] }
    })
    const count = (label: number, same: boolean) =>
      read.filter((pair) => pair.label === label && pair.same === same).length
    await expect({
      samePairs: [3, 5, 8].map((label) => count(label, true)),
      differentPairs: [3, 5, 8].map((label) => count(label, false)),
    }).toMatchValue({ samePairs: [4, 4, 4], differentPairs: [4, 4, 4] })
    // `same` is 1 for two images of one class.
    await expect(pairs.same).toMatchValue(read.map(({ same }) => Number(same)))
    // No image is paired with itself.
    await expect(read.filter(({ itself }) => itself).length).toMatchValue(0)
  })
})
