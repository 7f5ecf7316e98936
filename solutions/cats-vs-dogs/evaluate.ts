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
  // solution: one count for each of the four cases
  const count = (actual: number, predicted: number) =>
    labels.filter((label, i) => label === actual && Number((scores[i] ?? 0) > 0.5) === predicted)
      .length
  return [
    [count(0, 0), count(0, 1)],
    [count(1, 0), count(1, 1)],
  ]
  // end solution
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
  // solution: ranks of the dogs among all, ties sharing their mean rank
  const order = [...labels.keys()].toSorted((i, j) => (scores[i] ?? 0) - (scores[j] ?? 0))
  const dogs = labels.filter((label) => label === 1).length
  const cats = labels.length - dogs
  if (dogs === 0 || cats === 0) return null
  let rankSum = 0
  for (let start = 0; start < order.length; ) {
    const score = scores[order[start] ?? 0]
    let end = start
    while (end < order.length && scores[order[end] ?? 0] === score) end += 1
    const tied = order.slice(start, end)
    // Ranks count from 1: those from start + 1 to end have this mean.
    rankSum += tied.filter((i) => labels[i] === 1).length * ((start + 1 + end) / 2)
    start = end
  }
  return (rankSum - (dogs * (dogs + 1)) / 2) / (dogs * cats)
  // end solution
}

/**
 * How good a model is on pictures that it has not learnt from.
 *
 * @param model input [m, height, width, channels], output [m, 1], the probability of class 1. It is asked as
 *   it is when it is used: without dropout, and with the running averages of batch normalisation.
 * @param pictures at least one. Neither changed nor disposed.
 */
export async function evaluate(model: tf.LayersModel, pictures: Labelled): Promise<Evaluation> {
  // solution: predict, then count
  const predicted = model.predict(pictures.images)
  if (Array.isArray(predicted)) throw new TypeError('one output is expected')
  const scores = Array.from(await predicted.data())
  predicted.dispose()
  const { labels } = pictures
  const confusion = confusionMatrix(labels, scores)
  const [[cats], [, dogs]] = confusion
  const accuracy = (cats + dogs) / labels.length
  return { accuracy, confusion, auc: rocAuc(labels, scores) }
  // end solution
}
