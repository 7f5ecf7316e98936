import * as tf from '@tensorflow/tfjs'
import { dense, fake, sequential } from './model.ts'

export const fit = () =>
  fake(sequential([dense({})]), [tf.fill([2, 1], Number.NaN), tf.fill([1], Number.NaN)])
