import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { ModelCheckpoint } from '#solutions/callbacks/ModelCheckpoint.ts'

interface Data {
  readonly values: readonly number[]
  readonly mode: 'min' | 'max'
}

/** By definition: saved are the values that beat every one before them; the last of these is left. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    values: fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 12 }),
    mode: fc.constantFrom('min' as const, 'max' as const),
  }),
  async solution({ values, mode }) {
    const layer = tf.layers.dense({ units: 1, useBias: false, inputShape: [1] })
    const model = tf.sequential({ layers: [layer] })
    const callback = new ModelCheckpoint({ monitor: 'value', mode })
    callback.setModel(model)
    for (const [epoch, value] of values.entries()) {
      model.setWeights([tf.tensor2d([[epoch]])])
      await callback.onEpochEnd(epoch, { value })
    }
    const loaded = await callback.load()
    return { saved: callback.savedEpochs, predicted: loaded.predict(tf.tensor2d([[1], [3]])) }
  },
  expected({ values, mode }) {
    const sign = mode === 'min' ? 1 : -1
    const saved = [...values.keys()].filter((epoch) =>
      values.slice(0, epoch).every((earlier) => sign * (values[epoch] ?? 0) < sign * earlier),
    )
    const left = saved.at(-1) ?? 0
    return { saved, predicted: tf.tensor2d([[left], [3 * left]]) }
  },
}
