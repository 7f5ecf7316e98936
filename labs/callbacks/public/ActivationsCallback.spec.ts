import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, place } from '#kit'
import type * as lab from '#starter/callbacks/ActivationsCallback.ts'

const { submission } = bind<typeof lab>()

describe('ActivationsCallback', () => {
  test('worked-example', async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ units: 2, activation: 'relu', inputShape: [2], name: 'Layer_01_Hidden' }),
        tf.layers.dense({ units: 4, activation: 'softmax', name: 'Layer_02_Output' }),
      ],
    })
    const kernel = tf.tensor2d([
      [1, -1],
      [2, 1],
    ])
    const others = [tf.zeros([2, 4]), tf.zeros([4])]
    model.setWeights([kernel, tf.tensor1d([0, -1]), ...others])
    const X = tf.tensor2d([
      [1, 0],
      [0, 1],
      [1, 1],
    ])
    const copy = await place(model)
    // The layer gives [1, 0], [2, 0] and [3, 0].
    const hidden = await submission.ActivationsCallback(copy, 'Layer_01_Hidden', X)
    await hidden.call('setModel', copy)
    await hidden.call('onEpochEnd', 0, { loss: 1 })
    await expect(hidden.get('meanPerEpoch')).toMatchValue([1])
    await expect(hidden.get('stdPerEpoch')).toMatchValue([Math.sqrt(4 / 3)])

    // With the bias at -9 no unit is above 0 for any of the examples: the layer is dead.
    await copy.call('setWeights', [kernel, tf.tensor1d([-9, -9]), ...others])
    await hidden.call('onEpochEnd', 1, { loss: 1 })
    await expect(hidden.get('meanPerEpoch')).toMatchValue([1, 0])
    await expect(hidden.get('stdPerEpoch')).toMatchValue([Math.sqrt(4 / 3), 0])

    // A softmax over four classes with weights of zero: every probability is 1/4.
    const output = await submission.ActivationsCallback(copy, 'Layer_02_Output', X)
    await output.call('setModel', copy)
    await output.call('onEpochEnd', 0, { loss: 1 })
    await expect(output.get('meanPerEpoch')).toMatchValue([1 / 4])
    await expect(output.get('stdPerEpoch')).toMatchValue([0])
  })
})
