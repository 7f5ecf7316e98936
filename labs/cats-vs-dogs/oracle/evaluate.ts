import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { evaluate } from '#solutions/cats-vs-dogs/evaluate.ts'

interface Answer {
  readonly label: number
  /** A sixteenth: exact in every precision, and often tied. */
  readonly score: number
}

/** The curve point by point, and trapezia below it; the model says its one pixel. */
export const oracle: Oracle<readonly Answer[]> = {
  arbitrary: fc.array(
    fc.record({
      label: fc.integer({ min: 0, max: 1 }),
      score: fc.integer({ min: 0, max: 16 }).map((sixteenths) => sixteenths / 16),
    }),
    { minLength: 1, maxLength: 30 },
  ),
  solution: async (answers) => {
    const model = tf.sequential({
      layers: [tf.layers.flatten({ inputShape: [1, 1, 1] }), tf.layers.dense({ units: 1 })],
    })
    model.setWeights([tf.ones([1, 1]), tf.zeros([1])])
    const images = tf.tensor4d(
      answers.map(({ score }) => score),
      [answers.length, 1, 1, 1],
    )
    const found = await evaluate(model, { images, labels: answers.map(({ label }) => label) })
    model.dispose()
    return found
  },
  expected: (answers) => {
    const share = (label: number, above: (score: number) => boolean) => {
      const all = answers.filter((answer) => answer.label === label)
      return all.length === 0 ? null : all.filter(({ score }) => above(score)).length / all.length
    }
    const count = (label: number, dog: boolean) =>
      answers.filter((answer) => answer.label === label && answer.score > 0.5 === dog).length
    // For each border from above all scores to below all: how many of either class lie above it.
    const borders = Array.from({ length: 18 }, (_, i) => (16.5 - i) / 16)
    const curve = borders.map((border) => {
      return { x: share(0, (score) => score > border), y: share(1, (score) => score > border) }
    })
    const area = curve.slice(1).reduce((sum, { x, y }, i) => {
      const before = curve[i]
      return sum + (((x ?? 0) - (before?.x ?? 0)) * ((y ?? 0) + (before?.y ?? 0))) / 2
    }, 0)
    const defined = curve.every(({ x, y }) => x !== null && y !== null)
    return {
      accuracy: (count(0, false) + count(1, true)) / answers.length,
      confusion: [
        [count(0, false), count(0, true)],
        [count(1, false), count(1, true)],
      ],
      auc: defined ? area : null,
    }
  },
  tolerance: { maxError: 1e-9, reason: 'the same quotients added up in another order' },
}
