import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { LearningRateSchedule, type Schedule } from '#solutions/callbacks/LearningRateSchedule.ts'

interface Data {
  readonly schedule: Schedule
  readonly optimizer: 'sgd' | 'adam'
  readonly epochs: number
}

const hundredth = fc.integer({ min: 1, max: 100 }).map((n) => n / 100)
const few = fc.integer({ min: 1, max: 5 })

const schedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({
    kind: fc.constant('step' as const),
    initial: hundredth,
    factor: hundredth,
    every: few,
  }),
  fc.record({ kind: fc.constant('exponential' as const), initial: hundredth, decay: hundredth }),
  fc
    .record({
      kind: fc.constant('cosine' as const),
      initial: hundredth,
      final: hundredth,
      warmup: fc.integer({ min: 0, max: 4 }),
      more: few,
    })
    .map(({ more, ...rest }) => ({ ...rest, last: rest.warmup + more })),
)

/** The rates one after the other, each from the one before where that is possible. */
function* rates(schedule: Schedule): Generator<number> {
  let rate = schedule.initial
  for (let epoch = 0; ; epoch++) {
    if (schedule.kind === 'step') {
      if (epoch > 0 && epoch % schedule.every === 0) rate *= schedule.factor
    } else if (schedule.kind === 'exponential') {
      if (epoch > 0) rate /= Math.E ** schedule.decay
    } else {
      const { initial, final, warmup, last } = schedule
      const angle = (Math.PI / 2) * ((epoch - warmup) / (last - warmup))
      // (1 + cos(2a)) / 2 is the square of cos(a)
      const falling = final + (initial - final) * Math.cos(angle) ** 2
      rate = epoch >= last ? final : falling
      if (epoch < warmup) rate = initial - (initial / (warmup + 1)) * (warmup - epoch)
    }
    yield rate
  }
}

/** What a weight comes to when each epoch takes the rate off it: gradient 1 for every step of SGD. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    schedule,
    optimizer: fc.constantFrom('sgd' as const, 'adam' as const),
    epochs: fc.integer({ min: 1, max: 8 }),
  }),
  async solution({ schedule, optimizer, epochs }) {
    const layer = tf.layers.dense({ units: 1, useBias: false, inputShape: [1] })
    const model = tf.sequential({ layers: [layer] })
    model.compile({ optimizer, loss: 'meanSquaredError' })
    const callback = new LearningRateSchedule(schedule)
    callback.setModel(model)
    const used: unknown[] = []
    const weight = tf.variable(tf.scalar(0))
    for (let epoch = 0; epoch < epochs; epoch++) {
      await callback.onEpochBegin(epoch)
      used.push(model.optimizer.getConfig()['learningRate'])
      // A constant gradient of 1: a step of SGD is the rate, and so is one of adam.
      model.optimizer.minimize(() => weight.asScalar(), false, [weight])
    }
    return { noted: callback.ratePerEpoch, used, moved: -(weight.dataSync()[0] ?? 0) }
  },
  expected({ schedule, epochs }) {
    const used = rates(schedule).take(epochs).toArray()
    return { noted: used, used, moved: used.reduce((sum, rate) => sum + rate, 0) }
  },
  tolerance: {
    maxError: 1e-4,
    reason: 'Up to 8 steps in float32; adam divides by a root and adds its epsilon, 1e-7.',
  },
}
