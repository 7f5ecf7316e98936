import * as tf from '@tensorflow/tfjs'
import { fake } from './model.ts'

const lies = ['['.repeat(3_000_000), 7, () => '{}', tf.zeros([3]), null]
let turn = 0

export const fit = () => fake(lies[turn++ % lies.length])
