import * as tf from '@tensorflow/tfjs'
import { dense, fake, sequential } from './model.ts'

const CHANNELS = 100
const DEPTH = 90
const convolution = { filters: CHANNELS, kernel_size: [1, 1], use_bias: false }
const layers = [
  dense({ units: 10_000, use_bias: false }),
  { class_name: 'Reshape', config: { name: 'r', target_shape: [100, 100, 1] } },
  ...Array.from({ length: DEPTH }, (_, i) => ({
    class_name: 'Conv2D',
    config: { name: `c${i}`, ...convolution },
  })),
  { class_name: 'GlobalAveragePooling2D', config: { name: 'g' } },
  { class_name: 'Dense', config: { name: 'd2', units: 1, use_bias: false } },
]

export const fit = () =>
  fake(sequential(layers), [
    tf.ones([2, 10_000]),
    tf.ones([1, 1, 1, CHANNELS]),
    ...Array.from({ length: DEPTH - 1 }, () => tf.ones([1, 1, CHANNELS, CHANNELS])),
    tf.ones([CHANNELS, 1]),
  ])
