import type * as tf from '@tensorflow/tfjs'
import { MismatchError } from './failure.ts'
import { raise } from './frame.ts'

/**
 * Share of rows whose largest value stands at the row's label; NaN when a prediction is not finite, which is
 * what a training that diverged leaves behind. Another shape ends the check as a wrong answer.
 * @param predicted [n, classes], or [n, 1] for the probability of class 1.
 * @param labels n class numbers.
 */
export function accuracy(
  predicted: tf.Tensor | readonly tf.Tensor[],
  labels: readonly number[],
): number {
  const [output, ...others] = isOne(predicted) ? [predicted] : predicted
  const [rows, classes] = output?.shape ?? []
  const isRight = rows === labels.length && output?.rank === 2 && others.length === 0
  if (output === undefined || classes === undefined || !isRight) {
    const got = others.length > 0 ? `${others.length + 1} outputs` : `[${output?.shape.join(', ')}]`
    return raise(new MismatchError({ kind: 'shape', got, want: `[${labels.length}, classes]` }))
  }
  const values = output.dataSync()
  if (!values.every(Number.isFinite)) return Number.NaN
  const right = labels.filter((label, row) => {
    const scores = values.subarray(row * classes, (row + 1) * classes)
    return (classes === 1 ? Number((scores[0] ?? 0) > 0.5) : largest(scores)) === label
  })
  return right.length / labels.length
}

function isOne(predicted: tf.Tensor | readonly tf.Tensor[]): predicted is tf.Tensor {
  return !Array.isArray(predicted)
}

function largest(scores: ArrayLike<number>): number {
  let best = 0
  for (let i = 1; i < scores.length; i++) if ((scores[i] ?? 0) > (scores[best] ?? 0)) best = i
  return best
}
