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
