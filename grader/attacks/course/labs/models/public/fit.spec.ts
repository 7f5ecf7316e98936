import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, load } from '#kit'
import type * as lab from '#starter/models/fit.ts'

const { submission } = bind<typeof lab>()

describe('fit', () => {
  test('example', async () => {
    const points = tf.tensor2d([0.1, 0.2, 0.9, 0.8], [2, 2])
    const model = await load(await submission.fit(points, tf.tensor2d([0, 1], [2, 1])))
    expect(model.outputs.map(({ shape }) => shape)).toEqual([[null, 1]])
  })
})
