import * as tf from '@tensorflow/tfjs'
import type { Labelled } from './labelled.ts'

/** Sizes that the three networks share. */
export interface CandidateSizes {
  /** Filters of the convolution. */
  readonly filters: number
  /** Units of the hidden dense layer. */
  readonly units: number
}

export interface Candidates {
  /** flatten -> dense `units`, relu -> output */
  readonly dense: tf.LayersModel
  /** conv 3x3 `filters`, relu -> flatten -> dense `units`, relu -> output */
  readonly conv: tf.LayersModel
  /** conv 3x3 `filters`, relu -> max pooling 2x2 -> flatten -> dense `units`, relu -> output */
  readonly convPool: tf.LayersModel
}

/** A line of the table. */
export interface Row {
  readonly model: tf.LayersModel
  /** Numbers that the network learns. */
  readonly parameters: number
  /** Share of the test pictures that it gets right, 0 to 1. */
  readonly accuracy: number
}

export interface Comparison {
  readonly dense: Row
  readonly conv: Row
  readonly convPool: Row
}

/**
 * Three networks for the same pictures. Convolutions have stride 1, valid padding and a bias; the output is
 * one unit with a sigmoid, the probability of class 1. They need not be compiled.
 *
 * @param inputShape [height, width, channels] of a picture.
 */
export function candidates(
  inputShape: readonly [number, number, number],
  { filters, units }: CandidateSizes,
): Candidates {
  throw new Error('TODO candidates: three lists of layers that end alike')
}

/**
 * Trains the three networks on the same pictures, one after another, with adam, and tests each on pictures
 * that it has not learnt from.
 *
 * @param training pictures to learn from. Neither changed nor disposed.
 * @param test pictures to count the right answers on. Neither changed nor disposed.
 * @param options sizes of the networks; epochs: how often to go through the training pictures; batchSize
 *   and learningRate.
 * @returns for each network the trained model, its number of parameters, and its accuracy on `test`: a
 *   probability above 0.5 says class 1.
 */
export async function compareModels(
  training: Labelled,
  test: Labelled,
  options: CandidateSizes & {
    readonly epochs: number
    readonly batchSize: number
    readonly learningRate: number
  },
): Promise<Comparison> {
  throw new Error('TODO compareModels: train and test each candidate')
}
