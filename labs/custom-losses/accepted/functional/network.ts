import * as tf from '@tensorflow/tfjs'

type Regularizer = ReturnType<typeof tf.regularizers.l1l2>

export interface NetworkOptions {
  inputDim: number
  hidden: number[]
  classes: number
  regularizer?: () => Regularizer
}

/** Layers applied to one another, from an input to an output. */
export function network({
  inputDim,
  hidden,
  classes,
  regularizer,
}: NetworkOptions): tf.LayersModel {
  const inputs = tf.input({ shape: [inputDim] })
  let tensor: tf.SymbolicTensor = inputs
  for (const units of hidden) {
    const penalty = regularizer ? { kernelRegularizer: regularizer() } : {}
    tensor = only(tf.layers.dense({ units, activation: 'relu', ...penalty }).apply(tensor))
  }
  const output = tf.layers.dense({ units: classes, activation: 'softmax', name: 'probabilities' })
  return tf.model({ inputs, outputs: only(output.apply(tensor)) })
}

function only(applied: ReturnType<tf.layers.Layer['apply']>): tf.SymbolicTensor {
  if (applied instanceof tf.SymbolicTensor) return applied
  throw new TypeError('a layer applied to a symbolic tensor gives one')
}
