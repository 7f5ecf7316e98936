import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { type Activation, conv2d } from '#solutions/convolutions/conv2d.ts'
import { type Block, block, tensor } from './data.ts'

interface Data {
  readonly image: Block
  readonly filters: Block
  readonly activation: Activation | undefined
}

const size = fc.integer({ min: 1, max: 3 })

/** `tf.conv2d`, and the definitions of the activations. */
export const oracle: Oracle<Data> = {
  arbitrary: fc
    .record({ fh: size, fw: size, more: size, wider: size, channels: size, count: size })
    .chain(({ fh, fw, more, wider, channels, count }) =>
      fc.record({
        image: block(1, fh + more - 1, fw + wider - 1, channels),
        filters: block(fh, fw, channels, count),
        activation: fc.constantFrom<(Activation | undefined)[]>(
          'sigmoid',
          'relu',
          'linear',
          undefined,
        ),
      }),
    ),
  solution: ({ image, filters, activation }) => conv2d(tensor(image), tensor(filters), activation),
  expected: ({ image, filters, activation }) => {
    const sums = tf.conv2d(tensor(image), tensor(filters), 1, 'valid')
    if (activation === 'linear') return sums
    if (activation === 'relu') return sums.add(sums.abs()).div(2)
    return tf.div(1, sums.neg().exp().add(1))
  },
  tolerance: {
    maxError: 1e-6,
    reason: 'Sums of quarters are exact; the sigmoid and its definition differ by at most 1.8e-7.',
  },
}
