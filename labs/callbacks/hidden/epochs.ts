import * as tf from '@tensorflow/tfjs'
import { place, random } from '#kit'

/** A model whose weights the judge sets at the end of every epoch. */
export async function model(inputs = 3) {
  const layer = tf.layers.dense({ units: 2, activation: 'tanh', inputShape: [inputs] })
  const here = tf.sequential({ layers: [layer] })
  return { here, there: await place(here) }
}

/** Weights that tell one epoch from every other. */
export function weightsOfEpochs(here: tf.LayersModel, epochs: number): tf.Tensor[][] {
  return Array.from({ length: epochs }, () =>
    here.getWeights().map(({ shape }) => random.normal(shape)),
  )
}

/** Which of the epochs these weights are from; -1 for none. */
export function epochOf(weights: unknown, epochs: readonly (readonly tf.Tensor[])[]): number {
  return epochs.findIndex((each) => equal(weights, each))
}

export function equal(weights: unknown, others: readonly tf.Tensor[]): boolean {
  return (
    Array.isArray(weights) &&
    weights.length === others.length &&
    others.every((other, i) => {
      const mine: unknown = weights[i]
      if (!(mine instanceof tf.Tensor) || mine.size !== other.size) return false
      const values = mine.dataSync()
      return other.dataSync().every((value, j) => value === values[j])
    })
  )
}

/** Losses that are multiples of 1/4, so that differences are exact and equal values do happen. */
export function losses(count: number): number[] {
  return random.integers(count, 4, 14).map((n) => n / 4)
}

/**
 * A training with `fit` whose validation loss falls to 0 at the end of epoch `best`, and rises from there:
 * its one weight goes from 0 to 1 by a quarter of the way each epoch, and the validation data want what it
 * has after epoch `best`.
 */
export async function overfit(best: number) {
  const layer = tf.layers.dense({ units: 1, useBias: false, inputShape: [1] })
  const here = tf.sequential({ layers: [layer] })
  here.setWeights([tf.tensor2d([[0]])])
  const there = await place(here)
  await there.call('compile', { optimizer: 'sgd', loss: 'meanSquaredError' })
  const weightAfter = (epoch: number) => 1 - 0.75 ** (epoch + 1)
  // The gradient is 2 x^2 (w - 1), and SGD's rate 0.01.
  const x = tf.fill<tf.Rank.R2>([4, 1], Math.sqrt(12.5))
  const validationData: [tf.Tensor2D, tf.Tensor2D] = [
    tf.ones<tf.Rank.R2>([2, 1]),
    tf.fill<tf.Rank.R2>([2, 1], weightAfter(best)),
  ]
  const epochs = 12
  return {
    there,
    x,
    options: { epochs, batchSize: 4, verbose: 0, validationData },
    /** The validation losses of all epochs. */
    losses: Array.from(
      { length: epochs },
      (_, epoch) => (weightAfter(epoch) - weightAfter(best)) ** 2,
    ),
    bestWeight: tf.tensor2d([[weightAfter(best)]]),
  }
}
