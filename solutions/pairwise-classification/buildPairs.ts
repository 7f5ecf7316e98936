import * as tf from '@tensorflow/tfjs'
import { seededRandom } from './seededRandom.ts'

/** n pairs of images: row i of `a` with row i of `b`. */
export interface Pairs {
  /** [n, d]: the first image of each pair. */
  a: tf.Tensor2D
  /** [n, d]: the second image. */
  b: tf.Tensor2D
  /** n numbers: 1 when both images have one class, 0 when they have two. */
  same: number[]
}

/**
 * Balanced pairs of labelled images. For every class c that occurs in `labels`:
 *
 * - `pairsPerClass` same pairs: two different images, both of class c;
 * - `pairsPerClass` different pairs: in `a` an image of class c, in `b` one of another class.
 *
 * Images and other classes are drawn at random, with every one of them possible. An image may be in
 * several pairs, but never in a pair with itself. The order of the pairs is free.
 *
 * @param images [m, d]: one image a row. Neither changed nor disposed.
 * @param labels m class numbers; at least two classes, each with at least two images.
 * @param pairsPerClass a whole number from 1 on.
 * @param seed a positive whole number. Equal seeds give equal pairs, different seeds different ones.
 * @returns 2 * pairsPerClass * (number of classes) pairs.
 */
export function buildPairs(
  images: tf.Tensor2D,
  labels: readonly number[],
  pairsPerClass: number,
  seed: number,
): Pairs {
  // solution: draw row numbers first, then gather the rows
  const uniform = seededRandom(seed)
  const rowsOf = Map.groupBy(labels.keys(), (row) => labels[row] ?? 0)
  const first: number[] = []
  const second: number[] = []
  const same: number[] = []
  for (const [label, rows] of rowsOf) {
    const others = [...rowsOf.keys()].filter((other) => other !== label)
    for (let i = 0; i < pairsPerClass; i++) {
      const row = draw(rows, uniform)
      const partners = rows.filter((partner) => partner !== row)
      first.push(row, draw(rows, uniform))
      second.push(draw(partners, uniform), draw(rowsOf.get(draw(others, uniform)) ?? [], uniform))
      same.push(1, 0)
    }
  }
  return tf.tidy(() => ({ a: pick(images, first), b: pick(images, second), same }))
  // end solution
}

// solution
/** Any item of a list, each with the same probability. */
function draw(items: readonly number[], uniform: () => number): number {
  const item = items[Math.floor(uniform() * items.length)]
  if (item === undefined) throw new RangeError('every class needs two images, and another class')
  return item
}

function pick(images: tf.Tensor2D, rows: readonly number[]): tf.Tensor2D {
  return tf.gather(images, tf.tensor1d([...rows], 'int32'))
}
// end solution
