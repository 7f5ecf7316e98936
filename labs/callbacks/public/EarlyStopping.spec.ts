import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, place } from '#kit'
import type * as lab from '#starter/callbacks/EarlyStopping.ts'

const { submission } = bind<typeof lab>()

/** Plays a training whose losses are known; its one weight has the value e at the end of epoch e. */
async function play(losses: readonly number[], options: lab.EarlyStoppingOptions) {
  const layer = tf.layers.dense({ units: 1, useBias: false, inputShape: [1] })
  const copy = await place(tf.sequential({ layers: [layer] }))
  const callback = await submission.EarlyStopping(options)
  await callback.call('setModel', copy)
  await callback.call('onTrainBegin')
  let epochs = 0
  for (const [epoch, loss] of losses.entries()) {
    await copy.call('setWeights', [tf.tensor2d([[epoch]])])
    await callback.call('onEpochEnd', epoch, { loss: 0, val_loss: loss })
    epochs += 1
    if ((await copy.get('stopTraining')) === true) break
  }
  await callback.call('onTrainEnd')
  const [weight] = await copy.call('getWeights')
  return {
    epochs,
    bestEpoch: await callback.get('bestEpoch'),
    stoppedEpoch: await callback.get('stoppedEpoch'),
    weight: weight?.dataSync()[0],
  }
}

describe('EarlyStopping', () => {
  test('worked-example', async () => {
    const losses = [5, 4, 3, 3.5, 3.25, 3, 2]
    // Epochs 3, 4 and 5 do not get below 3: stop, six epochs are done.
    await expect(await play(losses, { patience: 3 })).toMatchValue({
      epochs: 6,
      bestEpoch: 2,
      stoppedEpoch: 5,
      weight: 2,
    })
    // With more patience the last epoch still improves.
    await expect(await play(losses, { patience: 4 })).toMatchValue({
      epochs: 7,
      bestEpoch: 6,
      stoppedEpoch: null,
      weight: 6,
    })
    // 5, then 4.5 and 4.25 are no improvement by more than 1, but 3.75 is, for it is compared with 5.
    const slow = [5, 4.5, 4.25, 3.75, 3.5, 3.25, 3, 2.75]
    await expect(await play(slow, { patience: 3, minDelta: 1 })).toMatchValue({
      epochs: 7,
      bestEpoch: 3,
      stoppedEpoch: 6,
      weight: 3,
    })
  })
})
