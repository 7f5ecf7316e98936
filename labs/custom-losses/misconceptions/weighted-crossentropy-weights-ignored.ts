import {
  type Loss,
  weightedCategoricalCrossentropy as right,
} from '#solutions/custom-losses/weightedCategoricalCrossentropy.ts'

/** The cross-entropy of every library. */
export function weightedCategoricalCrossentropy(weights: number[]): Loss {
  return right(weights.map(() => 1))
}
