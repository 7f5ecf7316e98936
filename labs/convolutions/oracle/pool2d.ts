import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { type Pooling, type PoolPadding, pool2d } from '#solutions/convolutions/pool2d.ts'
import { type Block, block, tensor } from './data.ts'

interface Data {
  readonly image: Block
  readonly size: number
  readonly kind: Pooling
  readonly padding: PoolPadding
}

/** `tf.maxPool` and `tf.avgPool`; the minimum is a maximum seen upside down. */
export const oracle: Oracle<Data> = {
  arbitrary: fc
    .record({
      size: fc.integer({ min: 1, max: 4 }),
      more: fc.integer({ min: 0, max: 5 }),
      wider: fc.integer({ min: 0, max: 5 }),
      channels: fc.integer({ min: 1, max: 3 }),
    })
    .chain(({ size, more, wider, channels }) =>
      fc.record({
        image: block(1, size + more, size + wider, channels),
        size: fc.constant(size),
        kind: fc.constantFrom<Pooling[]>('max', 'min', 'average'),
        padding: fc.constantFrom<PoolPadding[]>('valid', 'same'),
      }),
    ),
  solution: ({ image, size, kind, padding }) => pool2d(tensor(image), size, kind, padding),
  expected: ({ image, size, kind, padding }) => {
    const x = tensor(image)
    if (kind === 'average') return tf.avgPool(x, size, size, padding)
    if (kind === 'max') return tf.maxPool(x, size, size, padding)
    return tf.maxPool(x.neg(), size, size, padding).neg()
  },
  tolerance: {
    maxError: 1e-6,
    reason:
      'Sums of quarters are exact; dividing by 3, or multiplying by a third, differs by 2.4e-7.',
  },
}
