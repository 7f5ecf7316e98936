import * as tf from '@tensorflow/tfjs'
import type { ModelSizes } from '#solutions/cats-vs-dogs/buildModel.ts'

/** Leaves the momentum of the running averages as it comes, 0.99. */
export function buildModel(
  inputShape: readonly [number, number, number],
  { filters, units, dropout, batchNormalization }: ModelSizes,
): tf.LayersModel {
  const normalize = () => (batchNormalization ? [tf.layers.batchNormalization()] : [])
  const relu = () => tf.layers.activation({ activation: 'relu' })
  const blocks = filters.flatMap((count) => [
    tf.layers.conv2d({ filters: count, kernelSize: 3 }),
    ...normalize(),
    relu(),
    tf.layers.maxPooling2d({ poolSize: 2 }),
  ])
  return tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [...inputShape] }),
      ...blocks,
      tf.layers.flatten(),
      tf.layers.dropout({ rate: dropout }),
      tf.layers.dense({ units, activation: 'relu' }),
      tf.layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  })
}
