import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { buildPairs } from '#solutions/pairwise-classification/buildPairs.ts'

interface Data {
  /** How many images each class has. */
  readonly sizes: readonly number[]
  readonly pairsPerClass: number
  readonly seed: number
}

/** Pairs differ from solution to solution; what can be counted in them does not. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    sizes: fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 2, maxLength: 5 }),
    pairsPerClass: fc.integer({ min: 1, max: 8 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  solution: ({ sizes, pairsPerClass, seed }) => {
    const labels = sizes.flatMap((count, label) => Array.from({ length: count }, () => label))
    // An image of two pixels: its class, and its number.
    const images = tf.tensor2d(labels.map((label, row) => [label, row]))
    const { a, b, same } = buildPairs(images, labels, pairsPerClass, seed)
    // How often each class stands first, in same pairs and in different ones: a matrix product.
    const [first, second] = [columns(a), columns(b)]
    const equal = first.label.equal(second.label).toFloat()
    const isFirst = tf.oneHot(first.label.toInt(), sizes.length).transpose()
    return {
      samePairs: isFirst.toFloat().dot(equal),
      pairs: isFirst.toFloat().sum(1),
      wrongFlags: equal.sub(tf.tensor1d(same)).abs().sum(),
      withItself: first.number.equal(second.number).toFloat().sum(),
    }
  },
  expected: ({ sizes, pairsPerClass }) => ({
    samePairs: tf.fill([sizes.length], pairsPerClass),
    pairs: tf.fill([sizes.length], 2 * pairsPerClass),
    wrongFlags: tf.scalar(0),
    withItself: tf.scalar(0),
  }),
}

function columns(images: tf.Tensor2D): { label: tf.Tensor1D; number: tf.Tensor1D } {
  const count = images.shape[0]
  return {
    label: images.slice([0, 0], [count, 1]).as1D(),
    number: images.slice([0, 1], [count, 1]).as1D(),
  }
}
