import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'
import { train } from '#solutions/cats-vs-dogs/train.ts'
import { follow, logisticModel } from '../hidden/logistic.ts'

interface Example {
  readonly pixels: number[]
  readonly label: number
}

interface Data {
  readonly kernel: number[]
  readonly training: Example[]
  readonly validation: Example[]
  readonly learningRate: number
  readonly epochs: number
}

const PIXELS = 4
/** Shares of ten. */
const tenths = (min: number) => fc.integer({ min, max: 10 }).map((count) => count / 10)

const examples = fc.array(
  fc.record({
    pixels: fc.array(tenths(0), { minLength: PIXELS, maxLength: PIXELS }),
    label: fc.integer({ min: 0, max: 1 }),
  }),
  { minLength: 1, maxLength: 8 },
)

/** A unit that learns from one batch an epoch, followed step by step in double precision. */
export const oracle: Oracle<Data> = {
  arbitrary: fc
    .record({
      kernel: fc.array(tenths(-10), { minLength: PIXELS, maxLength: PIXELS }),
      training: examples,
      validation: examples,
      learningRate: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
      epochs: fc.integer({ min: 1, max: 5 }),
    })
    .filter(isSteady),
  solution: async ({ kernel, training, validation, ...options }) => {
    const model = logisticModel([2, 2, 1], { kernel, bias: 0 })
    const answer = await train(model, labelled(training), labelled(validation), {
      ...{ ...options, batchSize: 8, patience: 9, seed: 1 },
    })
    answer.checkpoint.dispose()
    model.dispose()
    const { loss, valLoss } = answer.history
    return { loss, valLoss, stoppedEpoch: answer.stoppedEpoch }
  },
  expected: (data) => ({ ...courseOf(data, 0), stoppedEpoch: null }),
  tolerance: {
    maxError: 1e-4,
    reason: 'float32 against float64, five steps of adam: 1e-5 measured',
  },
}

function courseOf({ kernel, training, validation, ...options }: Data, bias: number) {
  const given = [labelled(training), labelled(validation)] as const
  const { loss, valLoss } = follow({ kernel, bias }, ...given, { ...options, patience: 9 })
  return { loss, valLoss }
}

/**
 * Where a gradient is 0, adam divides what rounding leaves of it by its own size, and makes a whole step of it, in
 * one direction or the other: such a training is no witness.
 */
function isSteady(data: Data): boolean {
  const [here, beside] = [courseOf(data, 0), courseOf(data, 1e-6)]
  return here.valLoss.every((loss, i) => Math.abs(loss - (beside.valLoss[i] ?? 0)) < 1e-5)
}

function labelled(examples: readonly Example[]): Labelled {
  return {
    images: tf.tensor4d(
      examples.flatMap(({ pixels }) => pixels),
      [examples.length, 2, 2, 1],
    ),
    labels: examples.map(({ label }) => label),
  }
}
