import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, place, random } from '#kit'
import type * as lab from '#starter/callbacks/EarlyStopping.ts'
import { epochOf, equal, losses, model, overfit, weightsOfEpochs } from './epochs.ts'
import { RIGHT, type Stop, stopOf, WRONG } from './stopping.ts'

const { submission } = bind<typeof lab>()

interface Scenario {
  readonly losses: readonly number[]
  readonly patience: number
  readonly minDelta: number
}

/** What came of a scripted training. */
interface Played {
  readonly scenario: Scenario
  /** Losses of the training data, which nobody should look at. */
  readonly training: readonly number[]
  readonly epochs: number
  readonly bestEpoch: unknown
  readonly stoppedEpoch: unknown
  /** The weights at the end of each epoch. */
  readonly weights: readonly (readonly tf.Tensor[])[]
  /** The weights after the training. */
  readonly left: readonly tf.Tensor[]
}

type Stopping = Awaited<ReturnType<typeof submission.EarlyStopping>>

/** One training, with a new callback or one that was used before: the judge sets the weights of every epoch and says what its losses were. */
async function play(scenario: Scenario, used?: Stopping): Promise<Played> {
  const { here, there } = await model()
  const { patience, minDelta } = scenario
  const callback = used ?? (await submission.EarlyStopping({ patience, minDelta }))
  await callback.call('setModel', there)
  await callback.call('onTrainBegin')
  const weights = weightsOfEpochs(here, scenario.losses.length)
  const training = losses(scenario.losses.length)
  let epochs = 0
  for (const [epoch, loss] of scenario.losses.entries()) {
    await callback.call('onEpochBegin', epoch)
    await there.call('setWeights', weights[epoch] ?? [])
    await callback.call('onEpochEnd', epoch, { loss: training[epoch] ?? 0, val_loss: loss })
    epochs += 1
    if ((await there.get('stopTraining')) === true) break
  }
  await callback.call('onTrainEnd')
  return {
    scenario,
    training,
    epochs,
    bestEpoch: await callback.get('bestEpoch'),
    stoppedEpoch: await callback.get('stoppedEpoch'),
    weights,
    left: await there.call('getWeights'),
  }
}

const stops = (played: readonly Played[], rule = RIGHT) =>
  played.map(({ scenario }) => stopOf(scenario.losses, scenario, rule))

/** Names the rule that explains when every training ended and which weights it left. */
function nameRule(played: readonly Played[]): void {
  const got = played.map(({ epochs, weights, left }) => [epochs, epochOf(left, weights)])
  const follows = (stops: readonly Stop[]) =>
    stops.every(({ epochs, best }, i) => got[i]?.[0] === epochs && got[i]?.[1] === best)
  const isRight = follows(stops(played))
  for (const [misconception, rule] of Object.entries(WRONG)) {
    diagnose(misconception, !isRight && follows(stops(played, rule)))
  }
  const byTraining = played.map(({ training, scenario }) => stopOf(training, scenario))
  diagnose('early-stopping-monitors-training', !isRight && follows(byTraining))
}

/** When each training ended: of the weights that it left, `restores-best` speaks. */
async function expectStops(played: readonly Played[]): Promise<void> {
  nameRule(played)
  for (const [i, { epochs, best, stopped }] of stops(played).entries()) {
    const { epochs: done, bestEpoch, stoppedEpoch } = played[i] ?? {}
    await expect(done).toMatchValue(epochs)
    await expect({ bestEpoch, stoppedEpoch }).toMatchValue({
      bestEpoch: best,
      stoppedEpoch: stopped,
    })
  }
}

async function playAll(scenarios: readonly Scenario[]): Promise<Played[]> {
  const played: Played[] = []
  for (const scenario of scenarios) played.push(await play(scenario))
  return played
}

describe('EarlyStopping', () => {
  test('patience', async () => {
    const start = random.integer(0, 3)
    // Falls, then creeps up: every patience stops elsewhere.
    const valley = Array.from({ length: 12 }, (_, i) => 8 + Math.abs(i - start) / 4)
    // Improves just before patience 3 runs out, again and again.
    const brink = [9, 10, 10, 8, 9, 9, 7, 8, 8, 8, 1]
    // Equal is no improvement.
    const flat = [3, 2, 2, 2, 2, 2, 2]
    // A diverged loss is none either.
    const diverged = [3, 2, Number.NaN, Number.NaN, Number.NaN, Number.NaN, 1]
    const scenarios = [1, 2, 4].flatMap((patience) =>
      [valley, flat, losses(12)].map((each) => ({ losses: each, patience, minDelta: 0 })),
    )
    const more = [brink, diverged].map((each) => ({ losses: each, patience: 3, minDelta: 0 }))
    await expectStops(await playAll([...scenarios, ...more]))
  })

  test('min-delta', async () => {
    // Falls by a quarter each epoch: with a larger minDelta it takes several to count.
    const slope = Array.from({ length: 14 }, (_, i) => 9 - i / 4)
    // Creeps up by less than minDelta.
    const creep = Array.from({ length: 10 }, (_, i) => 5 + i / 8)
    const scenarios = [0.25, 0.5, 1].flatMap((minDelta) =>
      [slope, creep, losses(14)].map((each) => ({ losses: each, patience: 3, minDelta })),
    )
    await expectStops(await playAll(scenarios))
  })

  test('restores-best', async () => {
    const scenarios = [
      { losses: [5, 3, 4, 4, 4], patience: 3, minDelta: 0 },
      // Never stopped: the best epoch is not the last one all the same.
      { losses: [5, 2, 4, 3], patience: 6, minDelta: 0 },
      { losses: [5, 6, 7], patience: 2, minDelta: 0.5 },
      { losses: [...losses(6), 0.5, ...losses(4)], patience: 9, minDelta: 0 },
    ]
    const played = await playAll(scenarios)
    nameRule(played)
    const wrong = played.some(({ left, weights }, i) => {
      return !equal(left, weights[stops(played)[i]?.best ?? 0] ?? [])
    })
    if (wrong) await nameRestoring()
    for (const [i, { best }] of stops(played).entries()) {
      const { left = [], weights = [] } = played[i] ?? {}
      for (const [j, weight] of (weights[best] ?? []).entries()) {
        await expect(left[j]).toMatchTensor(weight)
      }
    }
  })

  test('second-training', async () => {
    const patience = random.integer(2, 3)
    const callback = await submission.EarlyStopping({ patience })
    // Nothing in the second training is as good as the first one's best.
    const first = [1, ...losses(6).map((loss) => loss + 1)]
    const second = [9, 8, 7, 8, 8, 8, 8]
    const played: Played[] = []
    for (const values of [first, second]) {
      played.push(await play({ losses: values, patience, minDelta: 0 }, callback))
    }
    const [before, after] = played.map(({ epochs }) => epochs)
    const [right, rightAfter] = stops(played).map(({ epochs }) => epochs)
    const continued = after === 1 || after === patience
    diagnose(
      'early-stopping-remembers-last-training',
      before === right && after !== rightAfter && continued,
    )
    for (const [i, { epochs, best, stopped }] of stops(played).entries()) {
      const { epochs: done, bestEpoch, stoppedEpoch } = played[i] ?? {}
      await expect({ done, bestEpoch, stoppedEpoch }).toMatchValue({
        done: epochs,
        bestEpoch: best,
        stoppedEpoch: stopped,
      })
    }
  })

  test('in-fit', async () => {
    const best = random.integer(2, 4)
    const patience = random.integer(2, 3)
    const { there, x, options, losses, bestWeight } = await overfit(best)
    const callback = await submission.EarlyStopping({ patience })
    const history = await there.call('fit', x, x, { ...options, callbacks: callback })
    const epochs: unknown = await history.get('epoch')
    const done = Array.isArray(epochs) ? epochs.length : 0
    const [weight = tf.scalar(0)] = await there.call('getWeights')
    if (done !== best + patience + 1) {
      const scripted = await play({ losses, patience, minDelta: 0 })
      const only = scripted.epochs === best + patience + 1
      diagnose('early-stopping-compares-tensors', only && (done === patience || done === 12))
    } else if (Math.abs((weight.dataSync()[0] ?? 0) - (bestWeight.dataSync()[0] ?? 0)) > 1e-3) {
      await nameRestoring()
    }
    await expect(done).toMatchValue(best + patience + 1)
    await expect(callback.get('bestEpoch')).toMatchValue(best)
    await expect(weight).toMatchTensor(bestWeight)
  })
})

/**
 * Tells two ways to lose the best weights apart, by what a submission puts into a second model: one that
 * kept the variables of the first model puts there what these hold now.
 */
async function nameRestoring(): Promise<void> {
  const { here, there } = await model()
  const second = await place(here)
  const [best = [], last = [], later = [], other = []] = weightsOfEpochs(here, 4)
  const callback = await submission.EarlyStopping({ patience: 1 })
  await callback.call('setModel', there)
  await callback.call('onTrainBegin')
  await there.call('setWeights', best)
  await callback.call('onEpochEnd', 0, { val_loss: 1 })
  await there.call('setWeights', last)
  await callback.call('onEpochEnd', 1, { val_loss: 2 })
  await there.call('setWeights', later)
  await second.call('setWeights', other)
  await callback.call('setModel', second)
  await callback.call('onTrainEnd')
  const left = await second.call('getWeights')
  diagnose('early-stopping-keeps-reference', equal(left, later))
  diagnose('early-stopping-restores-last', equal(left, last) || equal(left, other))
}
