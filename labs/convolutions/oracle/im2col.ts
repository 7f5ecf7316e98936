import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { im2col } from '#solutions/convolutions/im2col.ts'
import { type Block, block, tensor } from './data.ts'

interface Data {
  readonly image: Block
  readonly fh: number
  readonly fw: number
}

const size = fc.integer({ min: 1, max: 3 })

/** A convolution whose filters each pick one number of the patch: the identity matrix as filters. */
export const oracle: Oracle<Data> = {
  arbitrary: fc
    .record({ fh: size, fw: size, more: size, wider: size, channels: size })
    .chain(({ fh, fw, more, wider, channels }) =>
      fc.record({
        image: block(1, fh + more - 1, fw + wider - 1, channels),
        fh: fc.constant(fh),
        fw: fc.constant(fw),
      }),
    ),
  solution: ({ image, fh, fw }) => im2col(tensor(image), fh, fw),
  expected: ({ image, fh, fw }) => {
    const channels = image.shape[3]
    const numbers = fh * fw * channels
    const picks = tf.eye(numbers).as4D(fh, fw, channels, numbers)
    return tf.conv2d(tensor(image), picks, 1, 'valid')
  },
}
