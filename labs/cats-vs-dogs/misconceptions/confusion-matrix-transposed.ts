import { type ConfusionMatrix, confusionMatrix as right } from '#solutions/cats-vs-dogs/evaluate.ts'

/** Rows are what was said, columns what is true. */
export function confusionMatrix(
  labels: readonly number[],
  scores: readonly number[],
): ConfusionMatrix {
  const [[a, b], [c, d]] = right(labels, scores)
  return [
    [a, c],
    [b, d],
  ]
}
