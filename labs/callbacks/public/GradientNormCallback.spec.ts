import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, place } from '#kit'
import type * as lab from '#starter/callbacks/GradientNormCallback.ts'

const { submission } = bind<typeof lab>()

describe('GradientNormCallback', () => {
  test('worked-example', async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ units: 2, activation: 'relu', inputShape: [2], name: 'Layer_01_Hidden' }),
        tf.layers.dense({ units: 2, activation: 'softmax', name: 'Layer_02_Output' }),
      ],
    })
    const identity = tf.tensor2d([
      [1, 0],
      [0, 1],
    ])
    // The hidden layer hands on what it gets; the output layer says [1/2, 1/2] to everything.
    model.setWeights([identity, tf.zeros([2]), tf.zeros([2, 2]), tf.zeros([2])])
    const X = tf.tensor2d([
      [1, 2],
      [3, 0],
    ])
    const Y = tf.tensor2d([
      [1, 0],
      [1, 0],
    ])
    const copy = await place(model)
    const callback = await submission.GradientNormCallback(copy, X, Y)
    await callback.call('setModel', copy)
    await callback.call('onEpochEnd', 0, { loss: Math.log(2) })
    const first = { Layer_01_Hidden: 0, Layer_02_Output: Math.sqrt(3) }
    await expect(callback.get('normPerEpoch')).toMatchValue([first])

    // This output layer says [1/4, 3/4] to the first example and [3/4, 1/4] to the second.
    const kernel = tf.tensor2d([
      [Math.log(3), 0],
      [0, 0],
    ])
    const bias = tf.tensor1d([-2 * Math.log(3), 0])
    await copy.call('setWeights', [identity, tf.zeros([2]), kernel, bias])
    await callback.call('onEpochEnd', 1, { loss: (Math.log(4) + Math.log(4 / 3)) / 2 })
    const second = {
      Layer_01_Hidden: Math.log(3) * Math.sqrt(1.375),
      Layer_02_Output: Math.sqrt(2.75),
    }
    await expect(callback.get('normPerEpoch')).toMatchValue([first, second])
  })
})
