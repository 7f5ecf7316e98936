import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, hold, random, straddling, twice } from '#kit'
import type * as lab from '#starter/transfer-learning/topK.ts'

const { submission, reference } = bind<typeof lab>()

const NAMES = ['otter', 'heron', 'lynx', 'newt', 'ibis', 'stoat', 'vole', 'finch', 'toad', 'swan']

async function compare(logits: tf.Tensor1D, k: number): Promise<void> {
  const labels = NAMES.slice(0, logits.size)
  const want = await reference.topK(logits, labels, k)
  const got = await submission.topK(logits, labels, k)
  const [order, right] = [Object.keys(got), Object.keys(want)]
  const sameOnes = order.toSorted().join() === right.toSorted().join()
  diagnose('top-k-unsorted', sameOnes && order.join() !== right.join())
  await expect(got).toMatchValue(want)
  await expect(order).toMatchValue(right)
}

describe('topK', () => {
  test('random-logits', async () => {
    const sizes = { classes: [2, 10], k: [1, 9] } as const
    for (const { classes, k } of straddling(sizes).toReversed()) {
      await compare(random.normal([classes], { std: 2 }), Math.min(k, classes))
    }
  })

  test('large-logits', async () => {
    for (const shift of [1000, -1000, 90]) {
      await compare(random.normal<tf.Rank.R1>([6]).add(shift), 3)
    }
  })

  test('edges', async () => {
    // More than there are, one class alone, and equal ones.
    await compare(random.normal([4]), 9)
    await compare(random.normal([1]), 1)
    await compare(tf.tensor1d([1, 3, 1, 3, 1]), 3)
  })

  test('leaves-inputs', async () => {
    const logits = random.normal<tf.Rank.R1>([5])
    const labels = NAMES.slice(0, 5)
    const [heldLogits, heldLabels] = [await hold(logits), await hold(labels)]
    const [first, second] = await twice(
      'top-k-mutates-input',
      () => submission.topK(heldLogits, heldLabels, 3),
      () => submission.topK(logits, labels, 3),
    )
    const want = await reference.topK(logits, labels, 3)
    await expect(first).toMatchValue(want)
    await expect(second).toMatchValue(want)
  })
})
