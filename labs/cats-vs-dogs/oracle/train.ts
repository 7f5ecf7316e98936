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
const examples = fc.array(
  fc.record({
    pixels: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: PIXELS,
      maxLength: PIXELS,
    }),
    label: fc.integer({ min: 0, max: 1 }),
  }),
  { minLength: 1, maxLength: 8 },
)

/** A unit that learns from one batch an epoch, followed step by step in double precision. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    kernel: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: PIXELS,
      maxLength: PIXELS,
    }),
    training: examples,
    validation: examples,
    learningRate: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
    epochs: fc.integer({ min: 1, max: 5 }),
  }),
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
  expected: ({ kernel, training, validation, ...options }) => {
    const start = { kernel, bias: 0 }
    const given = [labelled(training), labelled(validation)] as const
    const { loss, valLoss } = follow(start, ...given, { ...options, patience: 9 })
    return { loss, valLoss, stoppedEpoch: null }
  },
  tolerance: {
    maxError: 1e-4,
    reason: 'float32 against float64, five steps of adam; the first divides two tiny numbers',
  },
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
