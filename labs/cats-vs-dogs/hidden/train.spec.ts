import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, hold, load, place, random, twice } from '#kit'
import type { Labelled } from '#starter/cats-vs-dogs/labelled.ts'
import type * as lab from '#starter/cats-vs-dogs/train.ts'
import {
  anyLogistic,
  anyPictures,
  type Course,
  follow,
  type Logistic,
  logisticModel,
} from './logistic.ts'
import { crossEntropy, predict } from './networks.ts'

const { submission } = bind<typeof lab>()

const SHAPE = [3, 3, 1] as const
const PIXELS = 9
/** Two losses of the same pictures differ by less, of other pictures or weights by more. */
const SAME = 1e-4

const anySeed = () => random.integer(1, 1_000_000)
const FEW = { epochs: 6, batchSize: 64, learningRate: 0.1, patience: 6 }

describe('train', () => {
  test('history', async () => {
    // A dark cat and a bright dog, four times each, and a rate of 0: every wrong label shows in the loss.
    const [sure, labels] = [{ kernel: [-4, 4], bias: 0 }, [0, 0, 0, 1, 0, 1, 1, 1]]
    const images = tf.oneHot(tf.tensor1d(labels, 'int32'), 2, 1, 0, 'float32').as4D(8, 1, 2, 1)
    const seen = { images, labels }
    const unsure = { images: tf.zeros<tf.Rank.R4>([2, 1, 2, 1]), labels: [0, 1] }
    const still = { ...FEW, learningRate: 0, epochs: 2 }
    const { loss: losses } = follow(sure, seen, unsure, still)
    const told = await trained(sure, seen, unsure, still)
    // One more wrong label makes half a unit of difference: log(p) - log(1 - p) = 4, of 8 pictures.
    const wrong = ((told.loss[0] ?? 0) - (losses[0] ?? 0)) * 2
    diagnose('train-labels-apart', wrong > 0.5 && near(wrong, Math.round(wrong)))
    await expect(told.loss).toMatchValue(losses)
    for (const learningRate of [0, 0.05, 0.2]) {
      const [start, training, validation] = anyProblem()
      const options = { ...FEW, learningRate, patience: 20, epochs: 12 }
      const want = follow(start, training, validation, options)
      const got = await trained(start, training, validation, options)
      const { loss, accuracy, valLoss, valAccuracy } = want
      await expect(got.loss).toMatchValue(loss)
      await expect(got.valLoss).toMatchValue(valLoss)
      // A probability near 0.5 may fall on either side.
      if (learningRate > 0) continue
      await expect({ accuracy: got.accuracy, valAccuracy: got.valAccuracy }).toMatchValue({
        accuracy,
        valAccuracy,
      })
    }
    // In batches. Equal pictures may come in any order, others must not come in theirs.
    const [start, different, validation] = anyProblem()
    const equal = {
      images: different.images.slice(0, 1).tile<tf.Tensor4D>([6, 1, 1, 1]),
      labels: different.labels.slice(0, 1).flatMap((label) => [1, 2, 3, 4, 5, 6].map(() => label)),
    }
    const inBatches = { epochs: 3, batchSize: 2, learningRate: 0.1, patience: 20 }
    const want = follow(start, equal, validation, inBatches, 2)
    const got = await trained(start, equal, validation, inBatches)
    await expect(got.loss).toMatchValue(want.loss)
    await expect(got.valLoss).toMatchValue(want.valLoss)
    const unmixed = follow(start, different, validation, inBatches, 2)
    const mixed = await trained(start, different, validation, inBatches)
    const isMixed = mixed.valLoss.some((loss, epoch) => !near(loss, unmixed.valLoss[epoch]))
    await expect(Number(isMixed)).toMatchValue(1)
  })

  test('early-stopping', async () => {
    for (const shape of ['rises', 'falls', 'turns'] as const) {
      const [problem, options, want] = courseThat(shape)
      const got = await trained(...problem, options)
      const late = got.epochs === want.loss.length + 1
      const early = got.epochs === want.loss.length - 1
      const stops = want.stoppedEpoch !== null && got.bestEpoch === want.bestEpoch
      diagnose('train-patience-off-by-one', stops && (late || early))
      const fell = options.epochs - 1
      const watched = got.bestEpoch === fell && got.stoppedEpoch === null
      diagnose('train-watches-training-loss', want.stoppedEpoch !== null && watched)
      await expect({
        epochs: got.epochs,
        bestEpoch: got.bestEpoch,
        stoppedEpoch: got.stoppedEpoch,
      }).toMatchValue({
        epochs: want.loss.length,
        bestEpoch: want.bestEpoch,
        stoppedEpoch: want.stoppedEpoch,
      })
    }
    // With a rate of 0 all losses are equal, and equal is not lower.
    const [patience, problem] = [random.integer(2, 3), anyProblem()]
    const { epochs, bestEpoch, stoppedEpoch } = await trained(...problem, {
      ...{ ...FEW, learningRate: 0, patience },
    })
    await expect({ epochs, bestEpoch, stoppedEpoch }).toMatchValue({
      ...{ epochs: patience + 1, bestEpoch: 0, stoppedEpoch: patience },
    })
  })

  test('best-weights', async () => {
    for (const build of [plain, normalised]) {
      const training = anyPictures(24, [6, 6, 1])
      // What is learnt is wrong for these pictures: the longer, the worse.
      const validation = { ...training, labels: training.labels.map((label) => 1 - label) }
      const model = await place(build())
      const answer = await submission.train(model, training, validation, {
        ...{ epochs: 6, batchSize: 8, learningRate: 0.03, patience: 6, seed: anySeed() },
      })
      const { valLoss } = complete(answer).history
      const [least, last] = [Math.min(...valLoss), valLoss.at(-1) ?? Number.NaN]
      const found = lossOf(await load(answer.model), validation)
      const known = near(valLoss[answer.bestEpoch], least)
      const isLast = !near(found, least) && near(found, last)
      diagnose('train-keeps-last-weights', known && isLast)
      await expect(valLoss[answer.bestEpoch]).toMatchValue(least)
      await expect(found).toMatchValue(least)
      // It is the model that was given.
      await expect(lossOf(await load(model), validation)).toMatchValue(least)
      // Whatever becomes of the model, the checkpoint stays.
      const weights = await answer.model.call('getWeights')
      const spoilt = weights.map((weight) => tf.zeros(weight.shape))
      await answer.model.call('setWeights', spoilt)
      const kept = lossOf(await load(answer.checkpoint), validation)
      const shared = lossOf(await load(answer.model), validation)
      diagnose('train-checkpoint-is-the-model', !near(kept, least) && near(kept, shared))
      await expect(kept).toMatchValue(least)
    }
  })

  test('validation-untouched', async () => {
    // With a rate of 0 the model stays as it is: losses change only where pictures do.
    const [start, training, validation] = anyProblem(2)
    const options = { ...FEW, epochs: 4, patience: 10, learningRate: 0 }
    const augmentation = { flip: true, shift: 0.3, rotation: 60 }
    const want = follow(start, training, validation, options)
    const plainly = await trained(start, training, validation, options)
    const seed = anySeed()
    const moving = { ...options, augmentation }
    const moved = await trained(start, training, validation, moving, seed)
    const again = await trained(start, training, validation, moving, seed)
    const other = await trained(start, training, validation, moving, seed + 17)
    const [still = 0] = want.valLoss
    const touched = moved.valLoss.some((loss) => !near(loss, still))
    diagnose(
      'train-augments-validation',
      touched && plainly.valLoss.every((loss) => near(loss, still)),
    )
    const [first = 0] = moved.loss
    const alike = moved.loss.every((loss) => near(loss, first))
    const never = alike && near(first, want.loss[0])
    diagnose('train-augments-once', !touched && alike && !never)
    await expect(moved.valLoss).toMatchValue(want.valLoss)
    await expect(plainly.loss).toMatchValue(want.loss)
    await expect({ never, alike }).toMatchValue({ never: false, alike: false })
    // The seed decides how they are moved.
    await expect(again.loss).toMatchValue(moved.loss)
    const isOther = other.loss.some((loss, epoch) => !near(loss, moved.loss[epoch]))
    await expect(Number(isOther)).toMatchValue(1)
  })

  test('no-leak', async () => {
    // Every picture lights a pixel of its own, so that each weight tells whether its picture was learnt.
    const [seen, unseen] = [random.integer(4, 7), random.integer(3, 5)]
    const pixels = seen + unseen
    const lit = tf.eye(pixels).as4D(pixels, 1, pixels, 1)
    const balanced = (count: number) => Array.from({ length: count }, (_, i) => i % 2)
    const training = {
      images: lit.slice<tf.Tensor4D>([0, 0, 0, 0], [seen, 1, pixels, 1]),
      labels: balanced(seen),
    }
    const validation = {
      images: lit.slice<tf.Tensor4D>([seen, 0, 0, 0], [unseen, 1, pixels, 1]),
      labels: balanced(unseen),
    }
    const start = { kernel: Array.from({ length: pixels }, () => 0), bias: 0 }
    const model = await place(logisticModel([1, pixels, 1], start))
    const options = { ...FEW, batchSize: 3, seed: anySeed() }
    const answer = await submission.train(model, training, validation, options)
    complete(answer)
    const [kernel] = (await load(answer.model)).getWeights()
    const learnt = Array.from(kernel?.dataSync() ?? [], (weight) => weight !== 0)
    const leaked = learnt.slice(seen).filter(Boolean).length
    diagnose('train-learns-validation', leaked > 0)
    await expect({ pictures: learnt.slice(0, seen).filter(Boolean).length, leaked }).toMatchValue({
      pictures: seen,
      leaked: 0,
    })
  })

  test('leaves-inputs', async () => {
    const [start, training, validation] = anyProblem()
    const augmentation = { flip: true }
    // With a rate of 0 the validation loss is known, whatever becomes of the training pictures.
    const options = { ...FEW, epochs: 2, learningRate: 0, augmentation, seed: anySeed() }
    const { valLoss } = follow(start, training, validation, options)
    const [heldTraining, heldValidation] = [await hold(training), await hold(validation)]
    const counted = async (
      seen: Labelled | typeof heldTraining,
      watched: Labelled | typeof heldValidation,
    ) => {
      const model = await place(logisticModel(SHAPE, start))
      const { history } = complete(await submission.train(model, seen, watched, options))
      const known = history.valLoss.filter((loss, epoch) => near(loss, valLoss[epoch])).length
      return history.loss.filter((loss) => loss > 0 && Number.isFinite(loss)).length + known
    }
    const [first, second] = await twice(
      'train-mutates-input',
      () => counted(heldTraining, heldValidation),
      () => counted(training, validation),
    )
    await expect([first, second]).toMatchValue([4, 4])
  })
})

type Problem = [start: Logistic, training: Labelled, validation: Labelled]

function anyProblem(size = 0.3): Problem {
  return [anyLogistic(PIXELS, size), anyPictures(8, SHAPE), anyPictures(6, SHAPE)]
}

type Shape = 'rises' | 'falls' | 'turns'

/** A training whose validation loss goes this way, and so clearly that rounding decides nothing. */
function courseThat(shape: Shape): [Problem, Omit<lab.TrainOptions, 'seed'>, Course] {
  const patience = random.integer(2, 3)
  const options = { epochs: 14, batchSize: 64, learningRate: 0.1, patience }
  for (let attempt = 0; attempt < 500; attempt++) {
    const [start, training, other] = anyProblem()
    const opposite = { ...training, labels: training.labels.map((label) => 1 - label) }
    const validation = { rises: opposite, falls: training, turns: other }[shape]
    const course = follow(start, training, validation, options)
    const { valLoss, bestEpoch, stoppedEpoch } = course
    const steps = valLoss.slice(1).map((loss, i) => Math.abs(loss - (valLoss[i] ?? 0)))
    const best = valLoss[bestEpoch] ?? 0
    const others = valLoss.filter((_, epoch) => epoch !== bestEpoch)
    const clear = [...steps, ...others.map((loss) => loss - best)].every((step) => step > 5e-4)
    const wanted = {
      rises: bestEpoch === 0 && stoppedEpoch !== null,
      falls: bestEpoch === options.epochs - 1,
      turns: bestEpoch >= 2 && stoppedEpoch !== null && stoppedEpoch < options.epochs - 2,
    }[shape]
    if (clear && wanted) return [[start, training, validation], options, course]
  }
  throw new Error(`no training of 500 ${shape}`)
}

/** The course of a training of a logistic unit, as the submission tells it. */
async function trained(
  start: Logistic,
  training: Labelled,
  validation: Labelled,
  options: Omit<lab.TrainOptions, 'seed'>,
  seed = anySeed(),
) {
  const [, height, width, channels] = training.images.shape
  const model = await place(logisticModel([height, width, channels], start))
  const answer = complete(await submission.train(model, training, validation, { ...options, seed }))
  const { history, bestEpoch, stoppedEpoch } = answer
  return { ...history, epochs: history.loss.length, bestEpoch, stoppedEpoch }
}

type Answer = Awaited<ReturnType<typeof submission.train>>

/** The answer, once it has all its parts: types promise them, a submission may forget them. */
function complete(answer: Answer): Answer {
  const { loss, accuracy, valLoss, valAccuracy } = answer?.history ?? {}
  for (const [name, list] of Object.entries({ loss, accuracy, valLoss, valAccuracy })) {
    expect(Array.isArray(list), `history.${name} is a list`).toBe(true)
  }
  return answer
}

function plain(): tf.LayersModel {
  const kernelInitializer = 'zeros'
  return tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [6, 6, 1] }),
      tf.layers.dense({ units: 1, activation: 'sigmoid', kernelInitializer }),
    ],
  })
}

/** With running averages, which are part of what the best epoch had. */
function normalised(): tf.LayersModel {
  return tf.sequential({
    layers: [
      tf.layers.conv2d({ filters: 3, kernelSize: 3, inputShape: [6, 6, 1] }),
      tf.layers.batchNormalization({ momentum: 0.5 }),
      tf.layers.activation({ activation: 'relu' }),
      tf.layers.flatten(),
      tf.layers.dropout({ rate: 0.2 }),
      tf.layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  })
}

function lossOf(model: tf.LayersModel, { images, labels }: Labelled): number {
  return crossEntropy(predict(model, images), labels)
}

function near(one: number | undefined, other: number | undefined): boolean {
  return Math.abs((one ?? Number.NaN) - (other ?? Number.NaN)) <= SAME
}
