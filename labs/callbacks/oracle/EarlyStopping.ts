import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { EarlyStopping } from '#solutions/callbacks/EarlyStopping.ts'

interface Data {
  readonly losses: readonly number[]
  readonly patience: number
  readonly minDelta: number
}

/** A model with one weight, which holds the number of the epoch. */
function countingModel(): tf.Sequential {
  const layer = tf.layers.dense({ units: 1, useBias: false, inputShape: [1] })
  return tf.sequential({ layers: [layer] })
}

const set = (model: tf.LayersModel, epoch: number) => model.setWeights([tf.tensor2d([[epoch]])])

/**
 * The callback that comes with TensorFlow.js decides when to stop (it cannot restore weights); which epoch is
 * the best follows from the losses.
 */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    losses: fc.array(
      fc.integer({ min: 0, max: 12 }).map((n) => n / 4),
      { minLength: 1, maxLength: 12 },
    ),
    patience: fc.integer({ min: 1, max: 4 }),
    minDelta: fc.constantFrom(0, 0.25, 0.5, 1),
  }),
  async solution({ losses, patience, minDelta }) {
    const model = countingModel()
    const callback = new EarlyStopping({ patience, minDelta })
    callback.setModel(model)
    await callback.onTrainBegin()
    let epochs = 0
    for (const [epoch, loss] of losses.entries()) {
      set(model, epoch)
      await callback.onEpochEnd(epoch, { val_loss: loss })
      epochs += 1
      if (model.stopTraining) break
    }
    await callback.onTrainEnd()
    return { epochs, weight: model.getWeights()[0]?.dataSync()[0], best: callback.bestEpoch }
  },
  async expected({ losses, patience, minDelta }) {
    const model = countingModel()
    // A sequential model cannot be stopped before it is built.
    set(model, 0)
    const library = tf.callbacks.earlyStopping({ patience, minDelta })
    library.setModel(model)
    await library.onTrainBegin()
    let epochs = 0
    for (const [epoch, loss] of losses.entries()) {
      await library.onEpochEnd(epoch, { val_loss: loss })
      epochs += 1
      if (model.stopTraining) break
    }
    let best = 0
    for (const [epoch, loss] of losses.slice(0, epochs).entries()) {
      if ((losses[best] ?? 0) - loss > minDelta) best = epoch
    }
    return { epochs, weight: best, best }
  },
}
