import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { accuracy, bind, curve, dataset, diagnose, hold, measure, random, train, twice } from '#kit'
import type * as making from '#starter/pairwise-classification/buildPairs.ts'
import type * as lab from '#starter/pairwise-classification/trainPairModel.ts'
import { inspect, predict } from './models.ts'
import type { Labelled } from './pairs.ts'

const { submission } = bind<typeof lab>()
const { reference } = bind<typeof making>()

/** Three digits: few images and few epochs suffice, and 1 and 7 are no easy couple. */
const CLASSES = [0, 1, 7]
const EPOCHS = 4

/** No halfway right training is wrong so often; one of the opposite is. */
const MOSTLY_WRONG = 0.3
/** After 4 epochs the surest answer of a right training is above 0.95; of one that learnt little, below 0.7. */
const SURE = 0.75
/** Loss of the first epoch: at most 0.75 when shuffled, for guessing gives log 2; above 1.2 when not. */
const FORGETFUL = 0.9

describe('trainPairModel', () => {
  test('accuracy', async () => {
    await train(async ({ seen, unseen }) => {
      const { model, history } = complete(await submission.trainPairModel(seen, { epochs: EPOCHS }))
      curve(history)
      const judged = await inspect(model, 784)
      const predicted = predict(judged, unseen.a, unseen.b)
      const right = accuracy(predicted, unseen.same)
      const unsure = (predicted.max().dataSync()[0] ?? 1) < SURE
      const forgets = (history.loss[0] ?? 0) > FORGETFUL
      diagnose('train-pair-model-target-inverted', right < MOSTLY_WRONG)
      diagnose('train-pair-model-unshuffled', unsure && forgets)
      diagnose('train-pair-model-barely-trained', unsure && !forgets)
      measure('accuracy', right)
    }, drawPairs)
  })

  test('leaves-inputs', async () => {
    const images = random.uniform<tf.Rank.R2>([12, 6])
    const pairs = await pairsOf({ images, labels: [1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4] }, 6)
    const held = await hold(pairs)
    const epochs = random.integer(2, 4)
    const [first, second] = await twice(
      'train-pair-model-mutates-input',
      async () => counted(await submission.trainPairModel(held, { epochs })),
      async () => counted(await submission.trainPairModel(pairs, { epochs })),
    )
    await expect([first, second]).toMatchValue([epochs, epochs])
  })
})

/** Pairs to train on, and pairs that the submission never sees. */
async function drawPairs() {
  const seen = await pairsOf(dataset.training({ perClass: 150, classes: CLASSES }), 100)
  const unseen = await pairsOf(dataset.heldOut({ perClass: 100, classes: CLASSES }), 100)
  return { seen, unseen }
}

type Answer = Awaited<ReturnType<typeof submission.trainPairModel>>

/** The answer, once it has all its parts: types promise them, a submission may forget them. */
function complete(answer: Answer): Answer {
  expect(Array.isArray(answer?.history?.loss), 'history.loss is a list').toBe(true)
  return answer
}

/** How many losses can be mean cross-entropies: numbers above 0. */
function counted(answer: Answer): number {
  const { loss } = complete(answer).history
  return loss.filter((each) => each > 0 && Number.isFinite(each)).length
}

/** Balanced pairs, all same ones before all different ones: whoever does not shuffle forgets the former. */
async function pairsOf({ images, labels }: Labelled, pairsPerClass: number): Promise<making.Pairs> {
  const seed = random.integer(1, 1_000_000)
  // Which rows, first: tf.gather copies images element by element, while a training waits for its data.
  const numbers = tf.tensor2d([...labels.keys()], [labels.length, 1])
  const { a, b, same } = await reference.buildPairs(numbers, labels, pairsPerClass, seed)
  const [firsts, seconds] = [a.dataSync(), b.dataSync()]
  const order = [...same.keys()].toSorted((one, other) => (same[other] ?? 0) - (same[one] ?? 0))
  const rowsOf = (rows: ArrayLike<number>) => order.map((pair) => rows[pair] ?? 0)
  return {
    a: imagesAt(images, rowsOf(firsts)),
    b: imagesAt(images, rowsOf(seconds)),
    same: order.map((pair) => same[pair] ?? 0),
  }
}

/** Images by their rows. */
function imagesAt(images: tf.Tensor2D, rows: readonly number[]): tf.Tensor2D {
  const [, width] = images.shape
  const pixels = images.dataSync()
  const chosen = new Float32Array(rows.length * width)
  rows.forEach((row, place) => {
    chosen.set(pixels.subarray(row * width, (row + 1) * width), place * width)
  })
  return tf.tensor2d(chosen, [rows.length, width])
}
