import * as tf from '@tensorflow/tfjs'

/** The regularizer has taken the place of the activation. */
export function l2Model(inputDim: number, classes: number, l2 = 0.001): tf.LayersModel {
  return l1l2Model(inputDim, classes, 0, l2)
}

/** The regularizer has taken the place of the activation. */
export function l1l2Model(
  inputDim: number,
  classes: number,
  l1 = 0.001,
  l2 = 0.001,
): tf.LayersModel {
  const layers = [128, 64, 32, 16].map((units, i) =>
    tf.layers.dense({
      units,
      kernelRegularizer: tf.regularizers.l1l2({ l1, l2 }),
      ...(i === 0 ? { inputShape: [inputDim] } : {}),
    }),
  )
  const output = tf.layers.dense({ units: classes, activation: 'softmax' })
  return tf.sequential({ layers: [...layers, output] })
}
