import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, place, random } from '#kit'
import type * as lab from '#starter/callbacks/LearningRateSchedule.ts'
import { agree, numbers } from './evidence.ts'
import { loss, ONE_BATCH, type Training, training } from './networks.ts'

const { submission, reference } = bind<typeof lab>()

/** A schedule of each kind, with numbers of this run. */
function schedules(): lab.Schedule[] {
  const warmup = random.integer(1, 3)
  const [initial, other, final] = [
    0.2 + random.integer(0, 9) / 100,
    0.05 + random.integer(0, 9) / 100,
    random.integer(1, 9) / 1000,
  ]
  return [
    { kind: 'step', initial, factor: random.integer(2, 6) / 10, every: 2 },
    { kind: 'step', initial: other, factor: 0.9, every: 1 },
    { kind: 'exponential', initial, decay: random.integer(1, 5) / 10 },
    { kind: 'cosine', initial, final, warmup: 0, last: 5 },
    { kind: 'cosine', initial: other, final, warmup, last: warmup + random.integer(1, 4) },
  ]
}

async function rates(schedule: lab.Schedule, epochs: number): Promise<number[]> {
  const list: number[] = []
  for (let epoch = 0; epoch < epochs; epoch++) {
    list.push(await reference.learningRateAt(epoch, schedule))
  }
  return list
}

/** A training that starts with no gradient so small that adam, which divides by it, would magnify rounding. */
function steadyTraining(): Training {
  for (;;) {
    const here = training()
    const variables = here.model.getWeights().filter((weight) => weight instanceof tf.Variable)
    const { grads } = tf.variableGrads(() => loss(here), variables)
    const steady = (gradient: tf.Tensor) => gradient.dataSync().every((g) => Math.abs(g) > 1e-4)
    if (Object.values(grads).every(steady)) return here
  }
}

/** The judge's own training: one step for each rate. Gives all weights in one list. */
function train(here: Training, make: Maker, rates: readonly number[]): number[] {
  here.model.setWeights([...here.start])
  let optimizer: tf.Optimizer | null = null
  for (const rate of rates) {
    optimizer = make(rate, optimizer)
    optimizer.minimize(() => loss(here), false)
  }
  return listed(here.model.getWeights())
}

/** An optimizer for the next step, given that of the step before. */
type Maker = (rate: number, last: tf.Optimizer | null) => tf.Optimizer

const sgd: Maker = (rate) => tf.train.sgd(rate)
const adam: Maker = (rate, last) =>
  last === null ? tf.train.adam(rate) : Object.assign(last, { learningRate: rate })
const newAdam: Maker = (rate) => tf.train.adam(rate)

const listed = (weights: readonly tf.Tensor[]) =>
  weights.flatMap((weight) => Array.from(weight.dataSync()))

async function trained(
  { model, start, X, Y }: Training,
  optimizer: 'sgd' | 'adam',
  schedule: lab.Schedule,
  epochs: number,
) {
  model.setWeights([...start])
  const there = await place(model)
  await there.call('compile', { optimizer, loss: 'categoricalCrossentropy' })
  const callback = await submission.LearningRateSchedule(schedule)
  await there.call('fit', X, Y, {
    ...ONE_BATCH,
    epochs,
    callbacks: callback,
  })
  const config: unknown = await (await there.get('optimizer')).call('getConfig')
  const noted: unknown = await callback.get('ratePerEpoch')
  return { weights: listed(await there.call('getWeights')), config, noted }
}

/** The rates of training when each is set too late: the first epoch has the optimizer's own. */
const late = (own: number, rates: readonly number[]) => [own, ...rates.slice(0, -1)]
const unchanged = (own: number, rates: readonly number[]) => rates.map(() => own)

function rateOf(config: unknown): unknown {
  return typeof config === 'object' && config !== null
    ? Reflect.get(config, 'learningRate')
    : undefined
}

describe('LearningRateSchedule', () => {
  test('random-schedules', async () => {
    for (const schedule of schedules()) {
      for (const epoch of [0, 1, 2, 3, 4, 5, 6, 9, random.integer(10, 30)]) {
        await expect(submission.learningRateAt(epoch, schedule)).toMatchValue(
          reference.learningRateAt(epoch, schedule),
        )
      }
    }
  })

  test('before-each-epoch', async () => {
    for (const schedule of schedules()) {
      const { model } = training()
      const there = await place(model)
      await there.call('compile', { optimizer: 'adam', loss: 'categoricalCrossentropy' })
      const callback = await submission.LearningRateSchedule(schedule)
      await callback.call('setModel', there)
      await callback.call('onTrainBegin')
      const right = await rates(schedule, 4)
      const used: number[] = []
      for (const epoch of right.keys()) {
        await callback.call('onEpochBegin', epoch)
        const config: unknown = await (await there.get('optimizer')).call('getConfig')
        used.push(...numbers([rateOf(config)]))
        await callback.call('onEpochEnd', epoch, {})
      }
      await callback.call('onTrainEnd')
      const noted: unknown = await callback.get('ratePerEpoch')
      const isRight = agree(used, right)
      diagnose('learning-rate-one-epoch-late', !isRight && agree(used, late(0.001, right)))
      diagnose('learning-rate-only-noted', !isRight && agree(used, unchanged(0.001, right)))
      await expect(used).toMatchValue(right)
      await expect(noted).toMatchValue(right)
    }
  })

  test('trains-sgd', async () => {
    for (const schedule of schedules()) {
      const here = training()
      const epochs = 5
      const right = await rates(schedule, epochs)
      const { weights, config, noted } = await trained(here, 'sgd', schedule, epochs)
      const want = train(here, sgd, right)
      const gives = (rates: readonly number[]) => agree(weights, train(here, sgd, rates))
      const isRight = agree(weights, want)
      const still = !isRight && gives(unchanged(0.01, right))
      const fieldOnly = agree(numbers([rateOf(config)]), right.slice(-1))
      diagnose('learning-rate-one-epoch-late', !isRight && gives(late(0.01, right)))
      diagnose('learning-rate-field-of-sgd', still && fieldOnly)
      diagnose('learning-rate-only-noted', still && !fieldOnly)
      await expect(noted).toMatchValue(right)
      await expect(weights).toMatchValue(want)
    }
  })

  test('trains-adam', async () => {
    for (const schedule of schedules()) {
      const here = steadyTraining()
      const epochs = 5
      const right = await rates(schedule, epochs)
      const { weights } = await trained(here, 'adam', schedule, epochs)
      const want = train(here, adam, right)
      const gives = (make: Maker, rates: readonly number[]) =>
        agree(weights, train(here, make, rates))
      const isRight = agree(weights, want)
      diagnose('learning-rate-one-epoch-late', !isRight && gives(adam, late(0.001, right)))
      diagnose('learning-rate-only-noted', !isRight && gives(adam, unchanged(0.001, right)))
      diagnose('learning-rate-new-optimizer', !isRight && gives(newAdam, right))
      await expect(weights).toMatchValue(want)
    }
  })
})
