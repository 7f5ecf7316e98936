import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, place } from '#kit'
import type * as lab from '#starter/callbacks/LearningRateSchedule.ts'

const { submission } = bind<typeof lab>()

describe('LearningRateSchedule', () => {
  test('formulas', async () => {
    const rates = async (schedule: lab.Schedule, epochs: readonly number[]) => {
      const rates: number[] = []
      for (const epoch of epochs) rates.push(await submission.learningRateAt(epoch, schedule))
      return rates
    }
    const step: lab.Schedule = { kind: 'step', initial: 0.1, factor: 0.5, every: 3 }
    await expect(await rates(step, [0, 1, 2, 3, 5, 6, 9])).toMatchValue([
      0.1, 0.1, 0.1, 0.05, 0.05, 0.025, 0.0125,
    ])
    const exponential: lab.Schedule = { kind: 'exponential', initial: 0.2, decay: Math.LN2 }
    await expect(await rates(exponential, [0, 1, 2, 3])).toMatchValue([0.2, 0.1, 0.05, 0.025])
    const cosine: lab.Schedule = { kind: 'cosine', initial: 0.9, final: 0.1, warmup: 2, last: 6 }
    await expect(await rates(cosine, [0, 1, 2, 4, 6, 7])).toMatchValue([
      0.3, 0.6, 0.9, 0.5, 0.1, 0.1,
    ])
  })

  test('worked-example', async () => {
    const layer = tf.layers.dense({ units: 1, useBias: false, inputShape: [1] })
    const copy = await place(tf.sequential({ layers: [layer] }))
    await copy.call('setWeights', [tf.tensor2d([[8]])])
    await copy.call('compile', { optimizer: 'sgd', loss: 'meanSquaredError' })
    const schedule: lab.Schedule = { kind: 'step', initial: 0.25, factor: 0.5, every: 1 }
    const callback = await submission.LearningRateSchedule(schedule)
    // The loss is w^2 and its gradient 2w: w goes 8, 8 - 0.25 * 16 = 4, 4 - 0.125 * 8 = 3.
    await copy.call('fit', tf.ones([1, 1]), tf.zeros([1, 1]), {
      epochs: 2,
      verbose: 0,
      callbacks: callback,
    })
    await expect(callback.get('ratePerEpoch')).toMatchValue([0.25, 0.125])
    const [weight = tf.scalar(0)] = await copy.call('getWeights')
    await expect(weight).toMatchTensor(tf.tensor2d([[3]]))
  })
})
