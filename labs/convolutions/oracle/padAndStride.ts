import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { type Padding, padAndStride } from '#solutions/convolutions/padAndStride.ts'
import { type Block, block, tensor } from './data.ts'

interface Data {
  readonly image: Block
  readonly filters: Block
  readonly stride: number
  readonly padding: Padding
  readonly dilation: number
}

const size = fc.integer({ min: 1, max: 3 })

/**
 * `tf.conv2d`. It refuses stride and dilation at once, so the filter is dilated by hand: zeros between its
 * taps make a larger filter of dilation 1.
 */
export const oracle: Oracle<Data> = {
  arbitrary: fc
    .record({
      fh: size,
      fw: size,
      more: fc.integer({ min: 0, max: 6 }),
      wider: fc.integer({ min: 0, max: 6 }),
      channels: fc.integer({ min: 1, max: 2 }),
      stride: size,
      dilation: size,
    })
    .chain(({ fh, fw, more, wider, channels, stride, dilation }) =>
      fc.record({
        image: block(1, dilation * (fh - 1) + 1 + more, dilation * (fw - 1) + 1 + wider, channels),
        filters: block(fh, fw, channels, 2),
        stride: fc.constant(stride),
        padding: fc.constantFrom<Padding[]>('valid', 'same'),
        dilation: fc.constant(dilation),
      }),
    ),
  solution: ({ image, filters, stride, padding, dilation }) =>
    padAndStride(tensor(image), tensor(filters), { stride, padding, dilation }),
  expected: ({ image, filters, stride, padding, dilation }) =>
    tf.conv2d(tensor(image), dilated(filters, dilation), stride, padding),
}

function dilated({ shape: [fh, fw, channels, count], values }: Block, dilation: number) {
  const span = (taps: number) => dilation * (taps - 1) + 1
  const buffer = tf.buffer([span(fh), span(fw), channels, count])
  values.forEach((value, at) => {
    const n = at % count
    const k = Math.floor(at / count) % channels
    const v = Math.floor(at / (count * channels)) % fw
    const u = Math.floor(at / (count * channels * fw))
    buffer.set(value, u * dilation, v * dilation, k, n)
  })
  return buffer.toTensor().as4D(span(fh), span(fw), channels, count)
}
