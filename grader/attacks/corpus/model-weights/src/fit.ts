import * as tf from '@tensorflow/tfjs'
import { dense, fake, sequential } from './model.ts'

const weights = [
  [tf.zeros([1, 2]), tf.zeros([1])],
  [tf.zeros([3])],
  [tf.zeros([2, 1]), tf.zeros([1]), tf.zeros([1])],
  'none',
  { length: 2, 0: tf.zeros([2, 1]), 1: tf.zeros([1]) },
]
let turn = 0

export const fit = () => fake(sequential([dense({})]), weights[turn++ % weights.length])
