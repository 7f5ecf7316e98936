import * as tf from '@tensorflow/tfjs'
import type { Pairs } from '#solutions/pairwise-classification/buildPairs.ts'
import { seededRandom } from '#solutions/pairwise-classification/seededRandom.ts'

/** Always the first two images of a class; only the other class is drawn. */
export function buildPairs(
  images: tf.Tensor2D,
  labels: readonly number[],
  pairsPerClass: number,
  seed: number,
): Pairs {
  const uniform = seededRandom(seed)
  const classes = [...new Set(labels)]
  const pairs = classes.flatMap((label) =>
    Array.from({ length: pairsPerClass }, () => {
      const others = classes.filter((other) => other !== label)
      const other = others[Math.floor(uniform() * others.length)] ?? 0
      const [row, next] = [labels.indexOf(label), labels.indexOf(label, labels.indexOf(label) + 1)]
      return [
        [row, next, 1],
        [row, labels.indexOf(other), 0],
      ]
    }).flat(),
  )
  const column = (i: number) => pairs.map((pair) => pair[i] ?? 0)
  return {
    a: images.gather(tf.tensor1d(column(0), 'int32')),
    b: images.gather(tf.tensor1d(column(1), 'int32')),
    same: column(2),
  }
}
