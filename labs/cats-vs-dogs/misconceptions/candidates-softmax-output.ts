import * as tf from '@tensorflow/tfjs'
import type { CandidateSizes, Candidates } from '#solutions/cats-vs-dogs/compareModels.ts'

/** A softmax over one unit. */
export function candidates(
  inputShape: readonly [number, number, number],
  { filters, units }: CandidateSizes,
): Candidates {
  const shape = { inputShape: [...inputShape] }
  const conv = () => tf.layers.conv2d({ filters, kernelSize: 3, activation: 'relu', ...shape })
  const end = () => [
    tf.layers.dense({ units, activation: 'relu' }),
    tf.layers.dense({ units: 1, activation: 'softmax' }),
  ]
  const pool = tf.layers.maxPooling2d({ poolSize: 2 })
  return {
    dense: tf.sequential({ layers: [tf.layers.flatten(shape), ...end()] }),
    conv: tf.sequential({ layers: [conv(), tf.layers.flatten(), ...end()] }),
    convPool: tf.sequential({ layers: [conv(), pool, tf.layers.flatten(), ...end()] }),
  }
}
