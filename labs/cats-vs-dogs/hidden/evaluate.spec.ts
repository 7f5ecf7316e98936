import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, hold, place, random, straddling, twice } from '#kit'
import type * as lab from '#starter/cats-vs-dogs/evaluate.ts'
import { predict, reweigh, shareRight } from './networks.ts'

const { submission, reference } = bind<typeof lab>()

describe('evaluate', () => {
  test('confusion', async () => {
    for (const { count, levels } of straddling({ count: [1, 40], levels: [1, 5] })) {
      const { labels, scores } = answers(count, levels)
      await expect(submission.confusionMatrix(labels, scores)).toMatchValue(
        reference.confusionMatrix(labels, scores),
      )
    }
  })

  test('auc', async () => {
    // Few levels make many ties; with one level all scores are equal.
    for (const { count, levels } of straddling({ count: [1, 60], levels: [1, 8] }).reverse()) {
      const { labels, scores } = answers(count, levels)
      await expect(submission.rocAuc(labels, scores)).toMatchValue(reference.rocAuc(labels, scores))
    }
    // Only their order matters: they need be no probabilities, nor far apart.
    for (const [low, high] of [
      [-300, 200],
      [0.5, 0.5 + 1e-6],
    ] as const) {
      const { labels } = answers(30, 1)
      const scores = random.numbers(30, low, high)
      await expect(submission.rocAuc(labels, scores)).toMatchValue(reference.rocAuc(labels, scores))
    }
    for (const label of [0, 1]) {
      const scores = random.numbers(5, 0, 1)
      const labels = scores.map(() => label)
      await expect(submission.rocAuc(labels, scores)).toMatchValue(null)
    }
  })

  test('model', async () => {
    const model = network()
    reweigh(model)
    const images = random.normal<tf.Rank.R4>([40, 6, 6, 1])
    const probabilities = predict(model, images)
    const scores = Array.from(probabilities.dataSync())
    // Right for most pictures, so that every way to be wrong shows.
    const labels = scores.map((score, i) => (i % 4 === 0 ? i % 8 === 0 : score > 0.5)).map(Number)
    const copy = await place(model)
    const got = await submission.evaluate(copy, { images, labels })
    const again = await submission.evaluate(copy, { images, labels })
    const want = {
      accuracy: shareRight(probabilities, labels),
      confusion: await reference.confusionMatrix(labels, scores),
      auc: await reference.rocAuc(labels, scores),
    }
    const different = JSON.stringify(got) !== JSON.stringify(again)
    diagnose('evaluate-dropout-active', different)
    const { auc } = want
    const hard = scores.map((score) => Number(score > 0.5))
    const ofAnswers = await reference.rocAuc(labels, hard)
    diagnose('evaluate-auc-of-answers', near(got?.auc ?? null, ofAnswers) && !near(auc, ofAnswers))
    await expect(got).toMatchValue(want)
    await expect(again).toMatchValue(want)
  })

  test('leaves-inputs', async () => {
    // Nothing in it is left to chance, whichever way it is asked.
    const layers = [
      tf.layers.flatten({ inputShape: [6, 6, 1] }),
      tf.layers.dense({ units: 1, activation: 'sigmoid' }),
    ]
    const network = tf.sequential({ layers })
    const model = await place(network)
    const pictures = {
      images: random.normal<tf.Rank.R4>([9, 6, 6, 1]),
      labels: random.integers(9, 0, 1),
    }
    const { labels, scores } = answers(12, 6)
    const [heldPictures, heldLabels, heldScores] = [
      await hold(pictures),
      await hold(labels),
      await hold(scores),
    ]
    const [first, second] = await twice(
      'evaluate-mutates-input',
      async () => [
        (await submission.evaluate(model, heldPictures))?.accuracy,
        await submission.rocAuc(heldLabels, heldScores),
        await submission.confusionMatrix(heldLabels, heldScores),
      ],
      async () => [
        (await submission.evaluate(model, pictures))?.accuracy,
        await submission.rocAuc(labels, scores),
        await submission.confusionMatrix(labels, scores),
      ],
    )
    await expect(second).toMatchValue(first)
    await expect(first).toMatchValue([
      shareRight(predict(network, pictures.images), pictures.labels),
      await reference.rocAuc(labels, scores),
      await reference.confusionMatrix(labels, scores),
    ])
  })
})

/** Labels and probabilities; of more than one both classes occur. */
function answers(count: number, levels: number): { labels: number[]; scores: number[] } {
  const labels = random.integers(count, 0, 1)
  if (count > 1) labels.splice(0, 2, 0, 1)
  const scores = labels.map(() => random.integer(1, levels) / (levels + 1))
  return { labels, scores }
}

/** With dropout and running averages, which behave otherwise in training. */
function network(): tf.LayersModel {
  return tf.sequential({
    layers: [
      tf.layers.conv2d({ filters: 3, kernelSize: 3, inputShape: [6, 6, 1] }),
      tf.layers.batchNormalization(),
      tf.layers.activation({ activation: 'relu' }),
      tf.layers.flatten(),
      tf.layers.dropout({ rate: 0.5 }),
      tf.layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  })
}

function near(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && Math.abs(one - other) < 1e-6
}
