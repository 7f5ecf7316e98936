import * as tf from '@tensorflow/tfjs'

let turn = 0
const shapes = [[-2, -2], [Number.NaN], ['4'], [0.5, 8], new Array(2000).fill(1)]

export function scale(x: tf.Tensor): tf.Tensor {
  const y = tf.mul(x, 1)
  Reflect.set(y, 'shape', shapes[turn++ % shapes.length])
  return y
}
