import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { imageTensor } from './tensor.ts'

test('pixels of 0 to 255 become a float tensor of 0 to 1', () => {
  const data = Uint8Array.from([0, 51, 255, 255, 102, 0])
  const images = imageTensor({ data, shape: [2, 1, 1, 3] })
  expect(images.shape).toEqual([2, 1, 1, 3])
  expect(images.dtype).toBe('float32')
  const expected = Float32Array.from([0, 0.2, 1, 1, 0.4, 0])
  expect(images.dataSync()).toEqual(expected)
  images.dispose()
  expect(tf.memory().numTensors).toBe(0)
})
