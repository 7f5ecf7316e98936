import type * as tf from '@tensorflow/tfjs'
import type { Labelled } from './labelled.ts'

/** Counts of pictures: the row is what is true, the column is what the model says. */
export type ConfusionMatrix = [
  /** Cats that are called cats, and cats that are called dogs. */
  [number, number],
  /** Dogs that are called cats, and dogs that are called dogs. */
  [number, number],
]

export interface Evaluation {
  /** Share of the pictures that the model gets right, 0 to 1. */
  accuracy: number
  confusion: ConfusionMatrix
  /** Area under the ROC curve; null where the pictures are all of one class. */
  auc: number | null
}

/**
 * Counts answers by what is true and by what was said.
 *
 * @param labels n numbers 0 or 1. Not changed.
 * @param scores n probabilities of class 1. Above 0.5 says 1, all else says 0. Not changed.
 */
export function confusionMatrix(
  labels: readonly number[],
  scores: readonly number[],
): ConfusionMatrix {
  throw new Error('TODO confusionMatrix: one count for each of the four cases')
}

/**
 * Area under the ROC curve: the probability that a random dog gets a higher score than a random cat, where
 * equal scores count one half.
 *
 *     AUC = (pairs with score(dog) > score(cat) + pairs with equal scores / 2) / (dogs * cats)
 *
 * @param labels n numbers 0 or 1. Not changed.
 * @param scores n numbers; only their order matters. Not changed.
 * @returns 0 to 1; null where there are no dogs or no cats.
 */
export function rocAuc(labels: readonly number[], scores: readonly number[]): number | null {
  throw new Error('TODO rocAuc: ranks of the dogs among all, ties sharing their mean rank')
}

/**
 * How good a model is on pictures that it has not learnt from.
 *
 * @param model input [m, height, width, channels], output [m, 1], the probability of class 1. It is asked as
 *   it is when it is used: without dropout, and with the running averages of batch normalisation.
 * @param pictures at least one. Neither changed nor disposed.
 */
export async function evaluate(model: tf.LayersModel, pictures: Labelled): Promise<Evaluation> {
  throw new Error('TODO evaluate: predict, then count')
}
