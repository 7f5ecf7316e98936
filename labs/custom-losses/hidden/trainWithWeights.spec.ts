import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { accuracy, bind, curve, dataset, diagnose, hold, measure, random, train } from '#kit'
import type * as lab from '#starter/custom-losses/trainWithWeights.ts'
import { activationsOf, inspect, layersOf } from '../public/networks.ts'

const { submission } = bind<typeof lab>()

/** The class whose weight is changed. */
const CLASS = 6
/** As in the handout: a mistake on the class costs four times as much, or next to nothing. */
const DEAR = 4
const CHEAP = 0.01
/** With fewer right answers a model has not learned, whatever it says of class 6: guesses reach 0.1. */
const LEARNED = 0.45
/** The recall of 20 trainings with equal weights had a standard deviation of 0.1: what luck alone changes. */
const LUCK = 0.3

describe('trainWithWeights', () => {
  test('accuracy', async () => {
    await train(async () => {
      const { images, oneHot } = dataset.training({ perClass: 40 })
      const unseen = dataset.heldOut({ perClass: 40 })
      const model = await trained(images, oneHot, weightsWith(1), 6)
      measure('accuracy', accuracy(model.predict(unseen.images), unseen.labels))
    })
  })

  test('recall-gain', async () => {
    const gains: number[] = []
    await train(async () => {
      const { images, oneHot } = dataset.training({ perClass: 40 })
      const all = dataset.heldOut({ perClass: 40 })
      const sixes = dataset.heldOut({ perClass: 100, classes: [CLASS] })
      const dear = await trained(images, oneHot, weightsWith(DEAR), 3)
      const cheap = await trained(images, oneHot, weightsWith(CHEAP), 3)
      const recall = (model: tf.LayersModel) => accuracy(model.predict(sixes.images), sixes.labels)
      const overall = [dear, cheap].map((model) => accuracy(model.predict(all.images), all.labels))
      const gain = recall(dear) - recall(cheap)
      // A model that says 6 to everything has a recall of 1 and has learned nothing.
      const counts = overall.every((share) => !(share < LEARNED))
      if (counts) gains.push(gain)
      measure('recall-gain', counts ? gain : 0)
    })
    const [gain = Number.NaN] = gains.toSorted((a, b) => a - b).slice(Math.floor(gains.length / 2))
    diagnose('train-with-weights-ignored', Math.abs(gain) < LUCK)
  })

  test('leaves-inputs', async () => {
    const images = random.uniform<tf.Rank.R2>([6, 5])
    const labels = tf.tensor2d(
      [0, 1, 2, 2, 1, 0].map((actual) => [0, 1, 2].map((j) => +(j === actual))),
    )
    const [heldImages, heldLabels] = [await hold(images), await hold(labels)]
    const options = { epochs: 1 }
    await submission.trainWithWeights(heldImages, heldLabels, [1, 2, 3], options)
    const [second] = await Promise.allSettled([
      submission.trainWithWeights(heldImages, heldLabels, [1, 2, 3], options),
    ])
    diagnose('train-with-weights-disposes-data', second.status === 'rejected')
    if (second.status === 'rejected') throw second.reason
    const { model } = second.value
    expect((await inspect(model)).countParams()).toBe(6 * 64 + 65 * 32 + 33 * 3)
  })
})

function weightsWith(weight: number): number[] {
  return Array.from({ length: 10 }, (_, label) => (label === CLASS ? weight : 1))
}

async function trained(
  images: tf.Tensor2D,
  labels: tf.Tensor2D,
  weights: number[],
  epochs: number,
): Promise<tf.LayersModel> {
  const answer = await submission.trainWithWeights(images, labels, weights, { epochs })
  curve(answer.history)
  const model = await inspect(answer.model)
  const shapes = [...model.inputs, ...model.outputs].map(({ shape }) => shape)
  expect(shapes, 'the shapes of input and output').toEqual([
    [null, 784],
    [null, 10],
  ])
  const output = activationsOf(layersOf(model)).at(-1)
  diagnose('train-with-weights-softmax-missing', output === 'linear')
  return model
}
