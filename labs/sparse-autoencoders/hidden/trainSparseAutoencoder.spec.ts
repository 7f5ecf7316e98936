import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, curve, dataset, diagnose, hold, measure, random, train } from '#kit'
import type * as formula from '#starter/sparse-autoencoders/applyAutoencoder.ts'
import type * as lab from '#starter/sparse-autoencoders/trainSparseAutoencoder.ts'
import { expectModel, type OpenedModel, openModel } from './open-model.ts'
import { numberOf, type Quality, qualityOf } from './units.ts'

const { submission, reference } = bind<typeof lab & typeof formula>()

/** Trainings of a moment, on random pixels. */
const SHORT: lab.TrainingOptions = {
  codeSize: 6,
  beta: 0.3,
  epochs: 3,
  batchSize: 4,
  learningRate: 0.02,
}

/** Trainings on digits. */
const DIGITS: lab.TrainingOptions = {
  codeSize: 50,
  beta: 0.01,
  epochs: 10,
  batchSize: 20,
  learningRate: 0.003,
}

/** What float32 makes of one number computed in two orders, at the size of these losses. */
const SAME = 1e-4

describe('trainSparseAutoencoder', () => {
  test('reported-loss', async () => {
    const still = await short(tf.zeros([3, 5]), { ...SHORT, epochs: 1 })
    for (const beta of [0, 0.3, 2]) {
      // The last batch of an epoch holds one image only.
      const images = random.uniform<tf.Rank.R2>([9, 12])
      const { opened, losses, last } = await short(images, { ...SHORT, beta })
      const want = await reference.applyAutoencoder(images, ...opened.weights, beta)
      const right = await numberOf(want.loss)
      const wrong = !near(last, right)
      const { code, output } = opened.predict(images)
      const error = images.sub(output).square().mean()
      const plain = beta > 0 && near(last, await numberOf(error))
      diagnose('train-sparse-autoencoder-ignores-beta', wrong && plain)
      const sum = await numberOf(error.add(code.sum(1).mean().mul(beta)))
      diagnose('train-sparse-autoencoder-sums-units', beta > 0 && wrong && near(last, sum))
      const constant = losses.every((loss) => loss === last)
      diagnose('train-sparse-autoencoder-never-updates', constant)
      // Zero images give 0.5 everywhere before the first step, whatever the kernels; and less after it.
      diagnose('train-sparse-autoencoder-loss-before-step', !constant && near(still.last, 0.25))
      const decoded = code.matMul(opened.weights[2]).add(opened.weights[3])
      const relu = await numberOf(output.sub(decoded.relu()).abs().max())
      diagnose('train-sparse-autoencoder-relu-decoder', relu <= SAME)
      expect(Number.isFinite(last), 'the loss is a number').toBe(true)
      await expect(output).toMatchTensor(want.output)
      await expect(last).toMatchValue(right)
      expect(constant, 'every epoch has the same loss').toBe(false)
    }
  })

  test('leaves-inputs', async () => {
    const images = random.uniform<tf.Rank.R2>([6, 10])
    const held = await hold(images)
    /** How far the reported loss is from the formula, on the images as they were. */
    const misfit = async (given: tf.Tensor2D | typeof held) => {
      const { opened, last } = await short(given, SHORT, images.shape)
      const want = await reference.applyAutoencoder(images, ...opened.weights, SHORT.beta)
      return Math.abs(last - (await numberOf(want.loss)))
    }
    const first = await misfit(held)
    const [second] = await Promise.allSettled([misfit(held)])
    const fresh = await misfit(images)
    const spoiled = second.status === 'rejected' || second.value > 10 * (first + fresh) + SAME
    diagnose('train-sparse-autoencoder-mutates-input', spoiled && near(first, fresh))
    if (second.status === 'rejected') throw second.reason
    await expect([first, second.value]).toMatchValue([0, 0])
  })

  test('reconstruction', async () => {
    await train(async () => {
      const { meanSquaredError } = await onDigits(digits(), DIGITS)
      measure('mean-squared-error', meanSquaredError)
    })
  })

  test('sparsity', async () => {
    await train(async () => {
      const { meanActivation } = await onDigits(digits(), DIGITS)
      measure('mean-activation', meanActivation)
    })
  })

  test('selective-units', async () => {
    await train(async () => {
      const both = digits()
      const sparse = await onDigits(both, DIGITS)
      const dense = await onDigits(both, { ...DIGITS, beta: 0 })
      measure('gain-in-selective-units', sparse.selectiveUnits - dense.selectiveUnits)
    })
  })
})

interface Digits {
  readonly training: tf.Tensor2D
  readonly heldOut: ReturnType<typeof dataset.heldOut>
}

/** 300 images to train on and 300 that never leave this process. */
function digits(): Digits {
  const { images: training } = dataset.training({ perClass: 30 })
  return { training, heldOut: dataset.heldOut({ perClass: 30 }) }
}

async function onDigits(
  { training, heldOut }: Digits,
  options: lab.TrainingOptions,
): Promise<Quality> {
  const { model, history } = await submission.trainSparseAutoencoder(training, options)
  curve(history)
  const [, pixels] = training.shape
  return qualityOf(await openModel(model, { pixels, units: options.codeSize }), heldOut)
}

interface Short {
  readonly opened: OpenedModel
  readonly losses: readonly number[]
  readonly last: number
}

/** Trains on images that are given or held, and looks at the answer. */
async function short(
  images: Parameters<typeof submission.trainSparseAutoencoder>[0],
  options: lab.TrainingOptions,
  shape = images instanceof tf.Tensor ? images.shape : undefined,
): Promise<Short> {
  const [, pixels = 0] = shape ?? []
  const { model, history } = await submission.trainSparseAutoencoder(images, options)
  expectModel(model)
  const opened = await openModel(model, { pixels, units: options.codeSize })
  const losses: unknown = history?.loss
  const length = Array.isArray(losses) ? losses.length : `${typeof losses}, not an array`
  expect(length, 'entries of `history.loss`, one for each epoch').toBe(options.epochs)
  const numbers = Array.isArray(losses) ? losses.map(Number) : []
  return { opened, losses: numbers, last: numbers.at(-1) ?? Number.NaN }
}

function near(got: number, want: number): boolean {
  return Math.abs(got - want) <= SAME
}
