import * as tf from '@tensorflow/tfjs'

interface Sizes {
  filters: readonly number[]
  units: number
  dropout: number
  batchNormalization: boolean
}

/** Layer by layer, pooling before relu: the maximum of what relu leaves is what relu leaves of the maximum. */
export function buildModel(inputShape: readonly number[], sizes: Sizes): tf.LayersModel {
  const model = tf.sequential()
  for (const [i, filters] of sizes.filters.entries()) {
    const shape = i === 0 ? { inputShape: [...inputShape] } : {}
    model.add(tf.layers.conv2d({ filters, kernelSize: [3, 3], padding: 'valid', ...shape }))
    if (sizes.batchNormalization) model.add(tf.layers.batchNormalization({ momentum: 0.8 }))
    model.add(tf.layers.maxPooling2d({ poolSize: [2, 2] }))
    model.add(tf.layers.reLU())
  }
  model.add(tf.layers.flatten())
  model.add(tf.layers.dropout({ rate: sizes.dropout }))
  model.add(tf.layers.dense({ units: sizes.units }))
  model.add(tf.layers.reLU())
  model.add(tf.layers.dense({ units: 1 }))
  model.add(tf.layers.activation({ activation: 'sigmoid' }))
  return model
}
