import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, place } from '#kit'
import type * as lab from '#starter/callbacks/ModelCheckpoint.ts'

const { submission } = bind<typeof lab>()

/** Plays a training; the model multiplies its input by e + 1 at the end of epoch e. */
async function play(
  options: lab.ModelCheckpointOptions,
  logs: readonly Readonly<Record<string, number>>[],
) {
  const layer = tf.layers.dense({ units: 1, useBias: false, inputShape: [1] })
  const copy = await place(tf.sequential({ layers: [layer] }))
  const callback = await submission.ModelCheckpoint(options)
  await callback.call('setModel', copy)
  for (const [epoch, measured] of logs.entries()) {
    await copy.call('setWeights', [tf.tensor2d([[epoch + 1]])])
    await callback.call('onEpochEnd', epoch, measured)
  }
  // The training is over, and somebody spoils the model.
  await copy.call('setWeights', [tf.tensor2d([[-99]])])
  return callback
}

describe('ModelCheckpoint', () => {
  test('worked-example', async () => {
    const losses = [0.9, 0.5, 0.7, 0.5, 0.4, 0.6]
    const byLoss = await play(
      {},
      losses.map((loss) => ({ loss: 0, val_loss: loss })),
    )
    await expect(byLoss.get('savedEpochs')).toMatchValue([0, 1, 4])
    const best = await byLoss.call('load')
    await expect(best.call('predict', tf.tensor2d([[1], [-2]]))).toMatchTensor(
      tf.tensor2d([[5], [-10]]),
    )

    const accuracies = [0.5, 0.75, 0.625, 0.75]
    const byAccuracy = await play(
      { monitor: 'val_acc', mode: 'max' },
      accuracies.map((accuracy) => ({ val_loss: 1, val_acc: accuracy })),
    )
    await expect(byAccuracy.get('savedEpochs')).toMatchValue([0, 1])
    const accurate = await byAccuracy.call('load')
    await expect(accurate.call('predict', tf.tensor2d([[3]]))).toMatchTensor(tf.tensor2d([[6]]))
  })
})
