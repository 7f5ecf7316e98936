import * as tf from '@tensorflow/tfjs'

export const scale = () => tf.tensor2d([], [0, 0])
