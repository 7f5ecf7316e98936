import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { conv1d } from '#solutions/convolutions/conv1d.ts'
import { quarter } from './data.ts'

interface Data {
  readonly signal: number[]
  readonly kernel: number[]
}

/** `tf.conv1d` on a signal of one channel. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.integer({ min: 1, max: 5 }).chain((taps) =>
    fc.record({
      signal: fc.array(quarter, { minLength: taps, maxLength: taps + 8 }),
      kernel: fc.array(quarter, { minLength: taps, maxLength: taps }),
    }),
  ),
  solution: ({ signal, kernel }) => conv1d(signal, kernel),
  expected: ({ signal, kernel }) => {
    const x = tf.tensor2d(signal, [signal.length, 1])
    const w = tf.tensor3d(kernel, [kernel.length, 1, 1])
    return tf.conv1d(x, w, 1, 'valid').flatten().array()
  },
}
