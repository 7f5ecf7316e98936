import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, place } from '#kit'
import type * as lab from '#starter/callbacks/LayerWeightsCallback.ts'

const { submission } = bind<typeof lab>()

describe('LayerWeightsCallback', () => {
  test('worked-example', async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ units: 2, activation: 'relu', inputShape: [2], name: 'Layer_01_Hidden' }),
        tf.layers.dense({ units: 2, activation: 'softmax', name: 'Layer_02_Output' }),
      ],
    })
    const kernel = tf.tensor2d([
      [1, 2],
      [3, 4],
    ])
    const others = [tf.tensor1d([10, -10]), tf.ones([2, 2]), tf.zeros([2])]
    model.setWeights([kernel, ...others])
    // Your code gets a copy of the model. We call the callback as `model.fit` does.
    const copy = await place(model)
    const callback = await submission.LayerWeightsCallback(copy, 'Layer_01_Hidden')
    await callback.call('setModel', copy)
    await callback.call('onEpochEnd', 0, { loss: 1 })
    await expect(callback.get('meanPerEpoch')).toMatchValue([2.5])
    await expect(callback.get('stdPerEpoch')).toMatchValue([Math.sqrt(5 / 4)])

    // Twice the weights: twice the mean and twice the deviation.
    await copy.call('setWeights', [kernel.mul(2), ...others])
    await callback.call('onEpochEnd', 1, { loss: 0.5 })
    await expect(callback.get('meanPerEpoch')).toMatchValue([2.5, 5])
    await expect(callback.get('stdPerEpoch')).toMatchValue([Math.sqrt(5 / 4), Math.sqrt(5)])
  })
})
