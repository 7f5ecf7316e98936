import * as tf from '@tensorflow/tfjs'

/**
 * The other common sparsity penalty: how far the units' mean activations are from a wished-for rho,
 * as the Kullback-Leibler divergence of two coins, summed over the units:
 *
 *     sum over j of rho * log(rho / r[j]) + (1 - rho) * log((1 - rho) / (1 - r[j]))
 *
 * with the natural logarithm, and each r[j] first clipped to [0.0001, 0.9999].
 *
 * @param meanActivations r, [c]: the mean activation of each of the c units over the images.
 *   A dead unit has exactly 0, and a ReLU unit may lie above 1.
 * @param rho the mean activation that every unit should have, with 0 < rho < 1; for instance 0.05.
 * @returns float32, shape []: 0 where every unit has rho, positive and finite everywhere else. The
 *   input is neither changed nor disposed.
 */
export function klSparsity(meanActivations: tf.Tensor1D, rho: number): tf.Scalar {
  throw new Error('TODO klSparsity: clip, then both terms, then the sum')
}
