import {
  type Loss,
  weightedCategoricalCrossentropy as right,
} from '#solutions/custom-losses/weightedCategoricalCrossentropy.ts'

/** Disposes of the predictions once they are used. */
export function weightedCategoricalCrossentropy(weights: number[]): Loss {
  const loss = right(weights)
  return (yTrue, yPred) => {
    const cost = loss(yTrue, yPred)
    yPred.dispose()
    return cost
  }
}
