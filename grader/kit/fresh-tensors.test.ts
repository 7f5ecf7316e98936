import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { freshTensors } from './fresh-tensors.ts'

test.each(['float32', 'int32', 'bool'] as const)(
  'who writes into a %s tensor does not change the value it is made from',
  (dtype) => {
    const values = {
      float32: Float32Array.of(1, 0),
      int32: Int32Array.of(1, 0),
      bool: Uint8Array.of(1, 0),
    }[dtype]
    const tensor = freshTensors.tensor(values, [2], dtype)
    if (!(tensor instanceof tf.Tensor)) throw new TypeError('no tensor')
    const inside = tensor.dataSync()
    expect([...inside]).toEqual([1, 0])
    inside[1] = 1
    expect([...values]).toEqual([1, 0])
    expect([...tf.tensor(values, [2], dtype).dataSync()]).toEqual([1, 0])
  },
)
