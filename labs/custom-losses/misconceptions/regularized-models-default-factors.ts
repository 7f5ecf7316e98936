import * as tf from '@tensorflow/tfjs'

/** Asks for the regularizer by name, and gets the factors of the library. */
export function l2Model(inputDim: number, classes: number): tf.LayersModel {
  return build(inputDim, classes, () => tf.regularizers.l2())
}

/** Gives one factor, and gets the other from the library. */
export function l1l2Model(inputDim: number, classes: number, l1 = 0.001): tf.LayersModel {
  return build(inputDim, classes, () => tf.regularizers.l1l2({ l1 }))
}

function build(
  inputDim: number,
  classes: number,
  regularizer: () => ReturnType<typeof tf.regularizers.l2>,
): tf.LayersModel {
  const layers = [128, 64, 32, 16].map((units, i) =>
    tf.layers.dense({
      units,
      activation: 'relu',
      kernelRegularizer: regularizer(),
      ...(i === 0 ? { inputShape: [inputDim] } : {}),
    }),
  )
  return tf.sequential({
    layers: [...layers, tf.layers.dense({ units: classes, activation: 'softmax' })],
  })
}
