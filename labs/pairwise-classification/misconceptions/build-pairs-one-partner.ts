import * as tf from '@tensorflow/tfjs'
import type { Pairs } from '#solutions/pairwise-classification/buildPairs.ts'
import { seededRandom } from '#solutions/pairwise-classification/seededRandom.ts'

/** The different pairs of a class are all with the next class: 3 with 4, never 3 with 8. */
export function buildPairs(
  images: tf.Tensor2D,
  labels: readonly number[],
  pairsPerClass: number,
  seed: number,
): Pairs {
  const uniform = seededRandom(seed)
  const classes = [...new Set(labels)].toSorted((one, other) => one - other)
  const rows = classes.map((label) => [...labels.keys()].filter((row) => labels[row] === label))
  const draw = (list: readonly number[] = []) => list[Math.floor(uniform() * list.length)] ?? 0
  const first: number[] = []
  const second: number[] = []
  const same: number[] = []
  rows.forEach((own, i) => {
    for (let k = 0; k < pairsPerClass; k++) {
      const row = draw(own)
      first.push(row, draw(own))
      second.push(draw(own.filter((other) => other !== row)), draw(rows[(i + 1) % rows.length]))
      same.push(1, 0)
    }
  })
  return {
    a: images.gather(tf.tensor1d(first, 'int32')),
    b: images.gather(tf.tensor1d(second, 'int32')),
    same,
  }
}
