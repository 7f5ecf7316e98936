import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { l1l2Model, l2Model } from '#solutions/custom-losses/regularizedModels.ts'
import { expectedPortrait, portrait, quarters } from './networks.ts'

interface Data {
  readonly inputDim: number
  readonly classes: number
  readonly l1: number | null
  readonly l2: number
  readonly seed: number
}

const factor = fc.integer({ min: 0, max: 8 }).map((n) => n / 64)

/** The penalty as a sum in double precision over weights that are known; the portrait by arithmetic. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    inputDim: fc.integer({ min: 1, max: 9 }),
    classes: fc.integer({ min: 2, max: 5 }),
    l1: fc.option(factor),
    l2: factor,
    seed: fc.integer({ min: 0, max: 16 }),
  }),
  async solution({ inputDim, classes, l1, l2, seed }) {
    const model =
      l1 === null ? l2Model(inputDim, classes, l2) : l1l2Model(inputDim, classes, l1, l2)
    model.setWeights(model.getWeights().map(({ shape }) => quarters(shape, seed)))
    const terms = model.calculateLosses()
    const penalty = terms.length === 0 ? 0 : (await tf.addN(terms).data())[0]
    return { penalty, ...portrait(model) }
  },
  async expected({ inputDim, classes, l1, l2, seed }) {
    const { shapes, ...rest } = expectedPortrait(inputDim, classes)
    const kernels = shapes.filter((shape) => shape.length === 2).slice(0, -1)
    let penalty = 0
    for (const shape of kernels) {
      for (const w of await quarters(shape, seed).data()) {
        penalty += (l1 ?? 0) * Math.abs(w) + l2 * w ** 2
      }
    }
    return { penalty, shapes, ...rest }
  },
}
