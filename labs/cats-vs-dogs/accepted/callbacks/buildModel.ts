import * as tf from '@tensorflow/tfjs'

type Sizes = {
  filters: readonly number[]
  units: number
  dropout: number
  batchNormalization: boolean
}

/** Functional, every layer applied to the one before. */
export function buildModel(
  inputShape: readonly [number, number, number],
  { filters, units, dropout, batchNormalization }: Sizes,
): tf.LayersModel {
  const input = tf.input({ shape: [...inputShape] })
  let value = input
  const add = (layer: tf.layers.Layer) => {
    const next = layer.apply(value)
    if (next instanceof tf.SymbolicTensor) value = next
  }
  for (const count of filters) {
    const activation = batchNormalization ? {} : ({ activation: 'relu' } as const)
    add(tf.layers.conv2d({ filters: count, kernelSize: 3, ...activation }))
    if (batchNormalization) {
      add(tf.layers.batchNormalization({ momentum: 0.8 }))
      add(tf.layers.activation({ activation: 'relu' }))
    }
    add(tf.layers.maxPooling2d({ poolSize: 2, strides: 2 }))
  }
  add(tf.layers.flatten())
  add(tf.layers.dropout({ rate: dropout }))
  add(tf.layers.dense({ units, activation: 'relu' }))
  add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  return tf.model({ inputs: input, outputs: value })
}
