/** A pair, what is true of it, and what a model said. */
export interface JudgedPair {
  /** The class of the first image. */
  a: number
  /** The class of the second image. */
  b: number
  /** 1 when the two classes are equal, 0 when not. */
  actual: number
  /** 1 when the model holds them to be equal, 0 when not. */
  predicted: number
}

/**
 * How often a model is right on the pairs in which a class takes part:
 *
 *     accuracy(c) = mean of (actual == predicted) over the pairs with a == c or b == c
 *
 * A pair of two classes counts for both of them. A pair of one class counts for it, once.
 *
 * @param pairs in any order. Not changed.
 * @returns the accuracy, 0 to 1, of every class that occurs; `{}` when there are no pairs.
 */
export function perClassAccuracy(pairs: readonly JudgedPair[]): Record<number, number> {
  throw new Error('TODO perClassAccuracy: a tally of pairs and of right answers for each class')
}
