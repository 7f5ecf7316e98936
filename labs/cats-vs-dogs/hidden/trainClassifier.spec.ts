import type * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { accuracy, bind, curve, dataset, diagnose, load, measure, random, train } from '#kit'
import type * as evaluation from '#starter/cats-vs-dogs/evaluate.ts'
import type { Labelled } from '#starter/cats-vs-dogs/labelled.ts'
import type * as lab from '#starter/cats-vs-dogs/trainClassifier.ts'
import { applied, predict } from './networks.ts'

const { submission } = bind<typeof lab>()
const { reference } = bind<typeof evaluation>()

const SIDE = 24
const UNSEEN = 300
/** Photographs are harder than drawings: they need more pictures and more epochs. */
const SIZES = {
  drawings: { training: 600, validation: 80, epochs: 8 },
  photographs: { training: 1100, validation: 100, epochs: 12 },
}

/** No halfway right training is wrong so often; one of the opposite is. */
const MOSTLY_WRONG = 0.3
/** What guessing and luck come to. */
const GUESSING = 0.62
/** Of the first loss: a network that learns anything, wrong labels too, ends below it; one that does not moves by 3 %. */
const FALLEN = 0.9

describe('trainClassifier', () => {
  test('accuracy', async () => {
    await train(async () => {
      const sizes = dataset.name === 'drawn-pets' ? SIZES.drawings : SIZES.photographs
      const perClass = (sizes.training + sizes.validation) / 2
      const given = dataset.training({ perClass, side: SIDE })
      const [training, validation] = split(given, sizes.training)
      const options = { epochs: sizes.epochs, seed: random.integer(1, 1_000_000) }
      const answer = await submission.trainClassifier(training, validation, options)
      expect(answer?.model?.call, '`model` of the answer is a model').toBeInstanceOf(Function)
      expect(Array.isArray(answer.history?.loss), '`history.loss` is a list').toBe(true)
      curve(answer.history)
      const model = await load(answer.model)
      const { images, labels } = dataset.heldOut({ perClass: UNSEEN / 2, side: SIDE })
      const predicted = predict(model, images)
      const right = accuracy(predicted, labels)
      const brighter = accuracy(predict(model, images.mul(255)), labels)
      const darker = accuracy(predict(model, images.div(255)), labels)
      const rescaled = right < GUESSING && Math.max(brighter, darker) > right + 0.1
      const normalised = accuracy(applied(model, images), labels)
      const slow = !rescaled && normalised > right + 0.1
      diagnose('train-classifier-inverted', right < MOSTLY_WRONG)
      diagnose('train-classifier-rescaled', rescaled)
      diagnose('train-classifier-slow-averages', slow)
      const lost = right > MOSTLY_WRONG && right < GUESSING && !rescaled && !slow
      const { loss } = answer.history
      const fell = (loss.at(-1) ?? Number.NaN) < FALLEN * (loss[0] ?? Number.NaN)
      diagnose('train-classifier-labels-apart', lost && fell)
      diagnose('train-classifier-barely-trained', lost && !fell)
      measure('accuracy', right)
      // Looked at, not judged.
      const scores = Array.from(predicted.dataSync())
      measure('auc', (await reference.rocAuc(labels, scores)) ?? Number.NaN)
    })
  })
})

/** The first rows and the others: pictures come mixed. */
function split({ images, labels }: Labelled, count: number): [Labelled, Labelled] {
  const [, ...shape] = images.shape
  const rest = labels.length - count
  return [
    {
      images: images.slice<tf.Tensor4D>([0, 0, 0, 0], [count, ...shape]),
      labels: labels.slice(0, count),
    },
    {
      images: images.slice<tf.Tensor4D>([count, 0, 0, 0], [rest, ...shape]),
      labels: labels.slice(count),
    },
  ]
}
