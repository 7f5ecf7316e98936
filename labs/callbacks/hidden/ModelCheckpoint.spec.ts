import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, load, place, random } from '#kit'
import type * as lab from '#starter/callbacks/ModelCheckpoint.ts'
import { epochOf, equal, losses, model, overfit, weightsOfEpochs } from './epochs.ts'
import { agree, numbers } from './evidence.ts'
import { network, randomWeights } from './networks.ts'

const { submission } = bind<typeof lab>()

type Better = (value: number, best: number, previous: number) => boolean

/** Epochs that a rule saves. */
function savedBy(values: readonly number[], better: Better): number[] {
  const saved: number[] = []
  let [best, previous] = [Number.NaN, Number.NaN]
  for (const [epoch, value] of values.entries()) {
    const first = saved.length === 0 && !Number.isNaN(value)
    if (first || better(value, best, previous)) {
      saved.push(epoch)
      best = value
    }
    previous = value
  }
  return saved
}

interface Scenario {
  readonly values: readonly number[]
  readonly mode: 'min' | 'max'
}

async function savedIn({ values, mode }: Scenario): Promise<unknown> {
  const { here, there } = await model()
  const monitor = mode === 'min' ? 'val_loss' : 'val_acc'
  const callback = await submission.ModelCheckpoint({ monitor, mode })
  await callback.call('setModel', there)
  await callback.call('onTrainBegin')
  const weights = weightsOfEpochs(here, values.length)
  for (const [epoch, value] of values.entries()) {
    await there.call('setWeights', weights[epoch] ?? [])
    await callback.call('onEpochEnd', epoch, { loss: 1, acc: 1, [monitor]: value })
  }
  await callback.call('onTrainEnd')
  return callback.get('savedEpochs')
}

describe('ModelCheckpoint', () => {
  test('best-only', async () => {
    const scenarios: readonly Scenario[] = (['min', 'max'] as const).flatMap((mode) => [
      { mode, values: [5] },
      { mode, values: [5, 5, 4, 6, 5, 4, 6, 3, 7] },
      { mode, values: [Number.NaN, 5, Number.NaN, 4, 6, 4] },
      { mode, values: losses(10) },
      { mode, values: losses(10) },
    ])
    const saved: unknown[] = []
    for (const scenario of scenarios) saved.push(await savedIn(scenario))
    const follows = (rule: (scenario: Scenario) => Better) =>
      scenarios.every((scenario, i) =>
        agree(numbers(saved[i]), savedBy(scenario.values, rule(scenario))),
      )
    const right: (scenario: Scenario) => Better = ({ mode }) =>
      mode === 'min' ? (value, best) => value < best : (value, best) => value > best
    const wrong: Readonly<Record<string, (scenario: Scenario) => Better>> = {
      'checkpoint-saves-every-epoch': () => () => true,
      'checkpoint-compares-with-previous': ({ mode }) =>
        mode === 'min' ? (value, _, last) => value < last : (value, _, last) => value > last,
      'checkpoint-ignores-mode': () => (value, best) => value < best,
      'checkpoint-saves-ties': ({ mode }) =>
        mode === 'min' ? (value, best) => value <= best : (value, best) => value >= best,
    }
    for (const [misconception, rule] of Object.entries(wrong)) {
      diagnose(misconception, !follows(right) && follows(rule))
    }
    for (const [i, scenario] of scenarios.entries()) {
      await expect(saved[i]).toMatchValue(savedBy(scenario.values, right(scenario)))
    }
  })

  test('reloaded', async () => {
    for (const classes of [2, 5]) {
      const here = network({ inputs: 6, hidden: [7, 4], classes, activation: 'tanh' })
      const there = await place(here)
      const callback = await submission.ModelCheckpoint()
      await callback.call('setModel', there)
      const epochs = Array.from({ length: 4 }, () => randomWeights(here))
      const [best = [], later = []] = [epochs[1], randomWeights(here)]
      for (const [epoch, loss] of [3, 1, 2, 4].entries()) {
        await there.call('setWeights', epochs[epoch] ?? [])
        await callback.call('onEpochEnd', epoch, { val_loss: loss })
      }
      await there.call('setWeights', later)
      const loaded = await callback.call('load')
      const judged = await load(loaded)
      const weights = judged.getWeights()
      if (!equal(weights, best)) {
        diagnose('checkpoint-keeps-reference', equal(weights, later))
        diagnose('checkpoint-saves-every-epoch', equal(weights, epochs[3] ?? []))
        const fresh = epochOf(weights, [...epochs, later]) === -1
        diagnose('checkpoint-forgets-weights', fresh)
      }
      here.setWeights(best)
      const X = random.normal([8, 6])
      const expected = here.predict(X)
      const predicted = judged.predict(X)
      if (!(expected instanceof tf.Tensor)) throw new TypeError('the model gave no tensor')
      await expect(predicted).toMatchTensor(expected)
      // Where it lies it can be used, too.
      await expect(loaded.call('predict', X)).toMatchTensor(expected)
    }
  })

  test('in-fit', async () => {
    const best = random.integer(2, 4)
    const { there, x, options, losses, bestWeight } = await overfit(best)
    const callback = await submission.ModelCheckpoint()
    await there.call('fit', x, x, { ...options, callbacks: callback })
    const saved: unknown = await callback.get('savedEpochs')
    // The loss falls until the best epoch, and then rises.
    const right = Array.from({ length: best + 1 }, (_, epoch) => epoch)
    // Numbers are understood, the scalars of `fit` are not.
    if (!agree(numbers(saved), right)) {
      const scripted = await savedIn({ mode: 'min', values: losses })
      const none = Array.isArray(saved) && (saved.length === 0 || saved.length === losses.length)
      diagnose('checkpoint-compares-tensors', none && agree(numbers(scripted), right))
    }
    await expect(saved).toMatchValue(right)
    const judged = await load(await callback.call('load'))
    await expect(judged.getWeights()[0]).toMatchTensor(bestWeight)
  })
})
