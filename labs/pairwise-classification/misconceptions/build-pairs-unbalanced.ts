import * as tf from '@tensorflow/tfjs'
import type { Pairs } from '#solutions/pairwise-classification/buildPairs.ts'
import { seededRandom } from '#solutions/pairwise-classification/seededRandom.ts'

/** Two images at random each time: with ten classes, nine pairs of ten are different ones. */
export function buildPairs(
  images: tf.Tensor2D,
  labels: readonly number[],
  pairsPerClass: number,
  seed: number,
): Pairs {
  const uniform = seededRandom(seed)
  const any = () => Math.floor(uniform() * labels.length)
  const count = 2 * pairsPerClass * new Set(labels).size
  const first = Array.from({ length: count }, any)
  const second = first.map((row) => {
    let other = any()
    while (other === row) other = any()
    return other
  })
  return {
    a: images.gather(tf.tensor1d(first, 'int32')),
    b: images.gather(tf.tensor1d(second, 'int32')),
    same: first.map((row, i) => Number(labels[row] === labels[second[i] ?? 0])),
  }
}
