import * as tf from '@tensorflow/tfjs'

type Penalty = { l1?: number; l2?: number }

function layer(units: number, { l1 = 0, l2 = 0 }: Penalty, inputShape?: number[]) {
  const shape = inputShape === undefined ? {} : { inputShape }
  // A price of 0 needs no regularizer at all.
  const none = l1 === 0 && l2 === 0
  const penalty = none ? {} : { kernelRegularizer: tf.regularizers.l1l2({ l1, l2 }) }
  return tf.layers.dense({ units, activation: 'relu', ...penalty, ...shape })
}

function stack(inputDim: number, classes: number, penalty: Penalty): tf.Sequential {
  const model = tf.sequential()
  model.add(layer(128, penalty, [inputDim]))
  model.add(layer(64, penalty))
  model.add(layer(32, penalty))
  model.add(layer(16, penalty))
  model.add(tf.layers.dense({ units: classes, activation: 'softmax' }))
  return model
}

export async function l2Model(inputDim: number, classes: number, l2 = 0.001) {
  return stack(inputDim, classes, { l2 })
}

export async function l1l2Model(inputDim: number, classes: number, l1 = 0.001, l2 = 0.001) {
  return stack(inputDim, classes, { l1, l2 })
}
