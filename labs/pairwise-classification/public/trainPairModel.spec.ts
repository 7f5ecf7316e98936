import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, load } from '#kit'
import type * as lab from '#starter/pairwise-classification/trainPairModel.ts'

const { submission } = bind<typeof lab>()

/** Images of four pixels: two are bright on the left, two on the right. */
const IMAGES = [
  { side: 'left', pixels: [1, 0.9, 0.1, 0] },
  { side: 'left', pixels: [0.8, 1, 0, 0.2] },
  { side: 'right', pixels: [0, 0.1, 1, 0.9] },
  { side: 'right', pixels: [0.2, 0, 0.9, 0.8] },
]

describe('trainPairModel', () => {
  test('loss-falls', async () => {
    // 4 same pairs 48 times, then 8 different ones 24 times: 192 of each, in order.
    const pairs = IMAGES.flatMap((one) => IMAGES.map((other) => ({ one, other })))
    const same = pairs.filter(({ one, other }) => one !== other && one.side === other.side)
    const different = pairs.filter(({ one, other }) => one.side !== other.side)
    const all = [repeated(same, 48), repeated(different, 24)].flat()
    const answer = await submission.trainPairModel(
      {
        a: tf.tensor2d(all.map(({ one }) => one.pixels)),
        b: tf.tensor2d(all.map(({ other }) => other.pixels)),
        same: all.map(({ one, other }) => Number(one.side === other.side)),
      },
      { epochs: 6 },
    )
    expect(Array.isArray(answer?.history?.loss), 'history.loss is a list').toBe(true)
    const { model, history } = answer
    // One loss for each epoch, and the last one is the smaller.
    await expect(history.loss.length).toMatchValue(6)
    expect(history.loss.at(-1), 'the loss of the last epoch').toBeLessThan(history.loss[0] ?? 0)
    // Two inputs of four pixels, one probability.
    const ours = await load(model)
    await expect(ours.inputs.map(({ shape }) => shape.slice(1))).toMatchValue([[4], [4]])
    await expect(ours.outputs.map(({ shape }) => shape.slice(1))).toMatchValue([[1]])
  })
})

function repeated<T>(items: readonly T[], times: number): T[] {
  return Array.from({ length: times }, () => items).flat()
}
