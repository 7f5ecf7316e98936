import fc from 'fast-check'
import type { Oracle } from '#kit'
import { buildModel } from '#solutions/custom-losses/buildModel.ts'
import { expectedPortrait, portrait } from './networks.ts'

interface Data {
  readonly inputDim: number
  readonly classes: number
}

/** Shapes and counts by arithmetic. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    inputDim: fc.integer({ min: 1, max: 60 }),
    classes: fc.integer({ min: 2, max: 12 }),
  }),
  solution: ({ inputDim, classes }) => portrait(buildModel(inputDim, classes)),
  expected: ({ inputDim, classes }) => expectedPortrait(inputDim, classes),
}
