import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { backbone, bind, load, place, random } from '#kit'
import type * as lab from '#starter/transfer-learning/fineTune.ts'

const { submission } = bind<typeof lab>()

describe('fineTune', () => {
  test('loss-falls', async () => {
    const { network, features, height, width, channels } = await backbone()
    // Noise in two classes: the second is bright below, where the first is dark.
    const labels = Array.from({ length: 24 }, (_, i) => i % 2)
    const images = tf.stack(
      labels.map((label) => {
        const noise = random.uniform<tf.Rank.R3>([height, width, channels], -0.2, 0.2)
        const half = tf.fill([height / 2, width, channels], label === 0 ? -0.8 : 0.8)
        return noise.add<tf.Tensor3D>(tf.concat([tf.zerosLike(half), half]))
      }),
    )
    const answer = await submission.fineTune(
      await place(network),
      features,
      images.as4D(24, height, width, channels),
      labels,
      { classes: 2, denseSize: 16, epochs: 20 },
    )
    expect(Array.isArray(answer?.history?.loss), 'history.loss is a list').toBe(true)
    const { model, history } = answer
    // One loss for each epoch, and the last one is the smaller.
    await expect(history.loss.length).toMatchValue(20)
    expect(history.loss.at(-1), 'the loss of the last epoch').toBeLessThan(history.loss[0] ?? 0)
    const ours = await load(model)
    await expect(ours.inputs.map(({ shape }) => shape.slice(1))).toMatchValue([
      [height, width, channels],
    ])
    await expect(ours.outputs.map(({ shape }) => shape.slice(1))).toMatchValue([[2]])
  })
})
