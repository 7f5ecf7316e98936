import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { trainWithWeights } from '#solutions/custom-losses/trainWithWeights.ts'
import { expectedPortrait, portrait, quarters } from './networks.ts'

interface Data {
  readonly inputDim: number
  readonly classes: number
  readonly examples: number
  readonly epochs: number
  readonly weight: number
}

/**
 * The network by arithmetic, and two losses that need no training to be known: where no mistake costs
 * anything every epoch costs 0, and the mean loss of an epoch is finite in any case. How well it learns is
 * for measured thresholds to say.
 */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    inputDim: fc.integer({ min: 1, max: 6 }),
    classes: fc.integer({ min: 2, max: 4 }),
    examples: fc.integer({ min: 1, max: 20 }),
    epochs: fc.integer({ min: 1, max: 2 }),
    weight: fc.constantFrom(0, 1),
  }),
  async solution({ inputDim, classes, examples, epochs, weight }) {
    const images = quarters([examples, inputDim], 3).as2D(examples, inputDim)
    const actual = Array.from({ length: examples }, (_, i) => i % classes)
    const labels = tf.oneHot(actual, classes).toFloat().as2D(examples, classes)
    const weights = Array.from({ length: classes }, () => weight)
    const { model, history } = await trainWithWeights(images, labels, weights, { epochs })
    const costs = history.loss.map((loss) => (loss > 0 && Number.isFinite(loss) ? 1 : loss))
    return { costs, ...portrait(model) }
  },
  expected: ({ inputDim, classes, epochs, weight }) => ({
    costs: Array.from({ length: epochs }, () => weight),
    ...expectedPortrait(inputDim, classes, [64, 32]),
  }),
}
