import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, hold, place, random, straddling, twice } from '#kit'
import type * as lab from '#starter/custom-losses/weightedCategoricalCrossentropy.ts'
import { type Batch, costOf, expectedCost, matrix } from '../public/costs.ts'

const { submission } = bind<typeof lab>()

describe('weightedCategoricalCrossentropy', () => {
  test('random-cases', async () => {
    for (const { examples, classes } of straddling({ examples: [5, 9], classes: [2, 4] })) {
      // A prediction of 0 for the true class, then for another one.
      for (const impossible of ['true', 'other'] as const) {
        const batch = randomBatch(examples, classes)
        const { yTrue, yPred } = batch
        const row = random.integer(0, examples - 1)
        const actual = yTrue[row]?.indexOf(1) ?? 0
        const at = impossible === 'true' ? actual : (actual + 1) % classes
        const zeroed = yPred.map((p, i) => (i === row ? withZero(p, at) : p))
        const forced = { ...batch, yPred: zeroed }
        await expect(costOf(forced)).toMatchTensor(tf.scalar(expectedCost(forced)))
      }
    }
  })

  test('certain-predictions', async () => {
    const weights = random.numbers(4, 1, 5)
    const yTrue = randomBatch(7, 4).yTrue
    // Every row says 1 for one class: the next one, which is wrong, and then some right and some wrong.
    const wrong = yTrue.map((row) => shifted(row))
    const mixed = yTrue.map((row, i) => (i % 2 === 0 ? row : shifted(row)))
    for (const yPred of [wrong, mixed]) {
      const batch = { weights, yTrue, yPred }
      await expect(costOf(batch)).toMatchTensor(tf.scalar(expectedCost(batch)))
    }
  })

  test('trains-a-model', async () => {
    const batch = randomBatch(8, 3)
    await costOf(batch)
    const [x, y] = [random.normal<tf.Rank.R2>([8, 4], { std: 3 }), matrix(batch.yTrue)]
    const kernel = random.normal<tf.Rank.R2>([4, 3], { std: 0.3 })
    const loss = await submission.weightedCategoricalCrossentropy([...batch.weights])
    const model: Trainable = await place(classifier(kernel))
    try {
      // The loss runs where the model is, in a step of gradient descent.
      await model.call('compile', { optimizer: 'sgd', loss })
      await model.call('trainOnBatch', x, y)
    } catch (error) {
      const spoils = await spoilsPredictions(batch)
      diagnose('weighted-crossentropy-mutates-input', spoils)
      diagnose('weighted-crossentropy-without-gradient', !spoils)
      throw error
    }
    const after = await model.call('getWeights')
    await expect(after).toMatchValue([stepped(kernel, x, y, tf.tensor1d([...batch.weights]))])
  })

  test('leaves-inputs', async () => {
    const batch = randomBatch(5, 3)
    await costOf(batch)
    const [yTrue, yPred] = [matrix(batch.yTrue), matrix(batch.yPred)]
    const [heldTrue, heldPred] = [await hold(yTrue), await hold(yPred)]
    const loss = await submission.weightedCategoricalCrossentropy([...batch.weights])
    const [first, second] = await twice(
      'weighted-crossentropy-mutates-input',
      () => loss(heldTrue, heldPred),
      () => loss(yTrue, yPred),
    )
    await expect(first).toMatchTensor(tf.scalar(expectedCost(batch)))
    await expect(second).toMatchTensor(tf.scalar(expectedCost(batch)))
  })
})

/** Whether a second call with the same tensors fails, although the first one answered. */
async function spoilsPredictions({ weights, yTrue, yPred }: Batch): Promise<boolean> {
  const loss = await submission.weightedCategoricalCrossentropy([...weights])
  const [heldTrue, heldPred] = [await hold(matrix(yTrue)), await hold(matrix(yPred))]
  await loss(heldTrue, heldPred)
  const [second] = await Promise.allSettled([loss(heldTrue, heldPred)])
  return second.status === 'rejected'
}

/** A model behind a handle, as far as this spec asks it: the loss that it is given stays there. */
interface Trainable {
  call(name: string, ...args: unknown[]): Promise<unknown>
}

/** Learning rate of tfjs's 'sgd'. */
const RATE = 0.01

/** softmax(x kernel), without biases. */
function classifier(kernel: tf.Tensor2D): tf.LayersModel {
  const [inputDim, classes] = kernel.shape
  const layer = tf.layers.dense({
    units: classes,
    activation: 'softmax',
    useBias: false,
    inputShape: [inputDim],
  })
  const model = tf.sequential({ layers: [layer] })
  model.setWeights([kernel])
  return model
}

/** Through softmax, the slope of the weighted loss is x^T (w (p - y)) / m, with w of each row's class. */
function stepped(kernel: tf.Tensor2D, x: tf.Tensor2D, y: tf.Tensor2D, weights: tf.Tensor1D) {
  return tf.tidy(() => {
    const p = x.matMul(kernel).softmax()
    const ofRow = y.mul(weights).sum(1, true)
    const slopes = x.transpose().matMul<tf.Tensor2D>(p.sub(y).mul(ofRow)).div(y.shape[0])
    return kernel.sub(slopes.mul(RATE))
  })
}

function randomBatch(examples: number, classes: number): Batch {
  const rows = Array.from({ length: examples }, () => ({
    actual: random.integer(0, classes - 1),
    p: normalised(random.numbers(classes, 0.05, 1)),
  }))
  return {
    weights: random.numbers(classes, 0.5, 5),
    yTrue: rows.map(({ actual }) => Array.from({ length: classes }, (_, j) => +(j === actual))),
    yPred: rows.map(({ p }) => p),
  }
}

function withZero(row: readonly number[], at: number): number[] {
  return normalised(row.map((p, j) => (j === at ? 0 : p)))
}

function normalised(row: readonly number[]): number[] {
  const sum = row.reduce((total, p) => total + p, 0)
  return row.map((p) => p / sum)
}

/** The next class instead of the one that is marked. */
function shifted(row: readonly number[]): number[] {
  return [...row.slice(-1), ...row.slice(0, -1)]
}
