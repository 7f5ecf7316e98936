import * as tf from '@tensorflow/tfjs'

/** A loss as `model.compile` wants it: labels first, predictions second. */
export type Loss = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.Scalar

/**
 * Makes a loss in which a mistake on an example of class j costs weights[j] times as much:
 *
 *     loss = -mean over i of (sum over j of weights[j] * yTrue[i, j] * log(clip(yPred[i, j])))
 *     clip(p) = p, but at least 1e-7 and at most 1 - 1e-7
 *
 * Natural logarithm. The mean divides by the number of examples m and by nothing else.
 *
 * @param weights one number per class, c in all.
 * @returns a function of yTrue [m, c], one-hot rows, and yPred [m, c], probabilities; it gives a float32
 *   scalar, is differentiable by TensorFlow.js, and neither changes nor disposes what it is given.
 */
export function weightedCategoricalCrossentropy(weights: number[]): Loss {
  // solution: clip, log, times labels and weights, summed over classes, averaged over examples
  return (yTrue, yPred) =>
    tf.tidy(() => {
      const logs = yPred.clipByValue(EPSILON, 1 - EPSILON).log()
      // [c] broadcasts against [m, c] from the right: one weight for each column.
      const costs = yTrue.mul(logs).mul(tf.tensor1d(weights)).sum(-1)
      return costs.mean().neg().asScalar()
    })
  // end solution
}

// solution
const EPSILON = 1e-7
// end solution
