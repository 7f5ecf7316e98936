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
  throw new Error('TODO buildPairs: draw row numbers first, then gather the rows')
}
