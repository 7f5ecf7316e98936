import * as tf from '@tensorflow/tfjs'
import type { TensorLibrary } from '../model/convert.ts'

/**
 * Tensors that share no memory with the value they are made from: whoever gets one may write into it, and the
 * value is used again. The wasm backend copies what it is given; the others keep the array.
 */
export const freshTensors: TensorLibrary = {
  Tensor: tf.Tensor,
  tensor(values, shape, dtype) {
    return tf.tensor(tf.getBackend() === 'wasm' ? values : values.slice(), shape, dtype)
  },
}
