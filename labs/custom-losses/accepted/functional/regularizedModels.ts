import * as tf from '@tensorflow/tfjs'
import { network } from './network.ts'

const hidden = [128, 64, 32, 16]

export function l2Model(inputDim: number, classes: number, l2: number = 1e-3) {
  return network({ inputDim, hidden, classes, regularizer: () => tf.regularizers.l2({ l2 }) })
}

export function l1l2Model(inputDim: number, classes: number, l1: number = 1e-3, l2: number = 1e-3) {
  const regularizer = () => tf.regularizers.l1l2({ l1, l2 })
  return network({ inputDim, hidden, classes, regularizer })
}
