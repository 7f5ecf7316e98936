import * as tf from '@tensorflow/tfjs'
import type { Pairs } from '#solutions/pairwise-classification/buildPairs.ts'
import { seededRandom } from '#solutions/pairwise-classification/seededRandom.ts'

/** Draws both images of a same pair from the whole class: now and then the same one twice. */
export function buildPairs(
  images: tf.Tensor2D,
  labels: readonly number[],
  pairsPerClass: number,
  seed: number,
): Pairs {
  const uniform = seededRandom(seed)
  const draw = (fits: (label: number) => boolean): number => {
    const rows = [...labels.keys()].filter((row) => fits(labels[row] ?? 0))
    return rows[Math.floor(uniform() * rows.length)] ?? 0
  }
  const pairs = [...new Set(labels)].flatMap((label) =>
    Array.from({ length: pairsPerClass }, () => [
      { a: draw((one) => one === label), b: draw((one) => one === label), same: 1 },
      { a: draw((one) => one === label), b: draw((one) => one !== label), same: 0 },
    ]).flat(),
  )
  const rows = (of: 'a' | 'b') =>
    tf.tensor1d(
      pairs.map((pair) => pair[of]),
      'int32',
    )
  return {
    a: images.gather(rows('a')),
    b: images.gather(rows('b')),
    same: pairs.map(({ same }) => same),
  }
}
