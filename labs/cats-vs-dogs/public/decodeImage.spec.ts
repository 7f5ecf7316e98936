import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose } from '#kit'
import type * as lab from '#starter/cats-vs-dogs/decodeImage.ts'

const { submission } = bind<typeof lab>()

/** A PNG of four pixels: red and green above, blue and a bright orange below. */
const FOUR_PIXELS = bytesOf(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAFklEQVQImWP4z8DAkMbAwMBg/P/MTAAWkQP9FXwp1gAAAABJRU5ErkJggg==',
)
const PIXELS = [
  [
    [1, 0, 0],
    [0, 0.4, 0],
  ],
  [
    [0, 0, 0.2],
    [1, 0.8, 0.6],
  ],
]

describe('decodeImage', () => {
  test('four-pixels', async () => {
    const picture = await submission.decodeImage(FOUR_PIXELS, 2)
    await expect(picture).toMatchTensor(tf.tensor3d(PIXELS))
  })

  test('one-of-three', async () => {
    const cat = { name: 'cat.png', bytes: FOUR_PIXELS, label: 0 }
    // The first half of the file.
    const broken = { name: 'broken.png', bytes: FOUR_PIXELS.slice(0, 50), label: 0 }
    const dog = { name: 'dog.png', bytes: FOUR_PIXELS, label: 1 }
    const [all] = await Promise.allSettled([submission.loadImages([cat, broken, dog], 2)])
    if (all.status === 'rejected') {
      const { labels } = await submission.loadImages([cat, dog], 2)
      diagnose('load-images-stops', labels.length === 2)
      throw all.reason
    }
    const { images, labels, skipped } = all.value
    await expect(images).toMatchTensor(tf.tensor4d([PIXELS, PIXELS]))
    await expect(labels).toMatchValue([0, 1])
    await expect(skipped).toMatchValue(['broken.png'])
  })
})

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
