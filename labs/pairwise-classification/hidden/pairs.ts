import type * as tf from '@tensorflow/tfjs'
import { random } from '#kit'
import type { Pairs } from '#starter/pairwise-classification/buildPairs.ts'

/** A pair by the rows of its images among those that were given; -1 for what is none of them. */
export interface RowPair {
  readonly first: number
  readonly second: number
  readonly same: number
}

export interface Labelled {
  readonly images: tf.Tensor2D
  readonly labels: number[]
}

/**
 * Images that all differ, some of each class, mixed. Class numbers start above 0 and have gaps.
 * @param sizes how many images each class has.
 */
export function labelledImages(sizes: readonly number[]): Labelled {
  const start = random.integer(1, 4)
  const labels = sizes
    .flatMap((count, i) => Array.from({ length: count }, () => start + 3 * i))
    .map((label) => ({ label, place: random.integer(0, 1e9) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ label }) => label)
  return { images: random.normal<tf.Rank.R2>([labels.length, 5]), labels }
}

/** Reads off which images were paired. Images are copied, so equal rows agree in every bit. */
export function rowPairs(images: tf.Tensor2D, { a, b, same }: Pairs): RowPair[] {
  const places = new Map(images.arraySync().map((image, row) => [String(image), row]))
  const rowsIn = (tensor: tf.Tensor2D) =>
    tensor.arraySync().map((image) => places.get(String(image)) ?? -1)
  const seconds = rowsIn(b)
  return rowsIn(a).map((first, i) => ({
    first,
    second: seconds[i] ?? -1,
    same: same[i] ?? Number.NaN,
  }))
}

export function isKnown({ first, second }: RowPair): boolean {
  return first >= 0 && second >= 0
}

/** 1 for two images of one class, whatever the pair says of itself. */
export function truth({ first, second }: RowPair, labels: readonly number[]): number {
  return Number(labels[first] === labels[second])
}

export function classesOf(labels: readonly number[]): number[] {
  return [...new Set(labels)].toSorted((one, other) => one - other)
}

/** Same and different pairs by the class of their first image. Unknown images count nowhere. */
export function countPairs(pairs: readonly RowPair[], labels: readonly number[]) {
  const known = pairs.filter(isKnown)
  const count = (label: number, same: number) =>
    known.filter((pair) => labels[pair.first] === label && truth(pair, labels) === same).length
  const classes = classesOf(labels)
  return {
    same: classes.map((label) => count(label, 1)),
    different: classes.map((label) => count(label, 0)),
  }
}
