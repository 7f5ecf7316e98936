import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, load } from '#kit'
import type * as lab from '#starter/sparse-autoencoders/trainSparseAutoencoder.ts'

const { submission } = bind<typeof lab>()

/** The images of the handout: the six rows and columns of a 3 x 3 grid, one bright line in each. */
const bars = tf.tensor2d([
  [1, 1, 1, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 1, 1, 1, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 1, 1, 1],
  [1, 0, 0, 1, 0, 0, 1, 0, 0],
  [0, 1, 0, 0, 1, 0, 0, 1, 0],
  [0, 0, 1, 0, 0, 1, 0, 0, 1],
])

describe('trainSparseAutoencoder', () => {
  test('bars', async () => {
    const options = { codeSize: 12, beta: 0.001, epochs: 60, batchSize: 3, learningRate: 0.02 }
    const { model, history } = await submission.trainSparseAutoencoder(bars, options)
    expect(model?.call, '`model` of the answer is a model').toBeInstanceOf(Function)
    expect(history?.loss?.length, 'entries of `history.loss`, one for each epoch').toBe(60)
    const trained = await load(model)
    const output = trained.predict(bars)
    if (!(output instanceof tf.Tensor)) throw new TypeError('a model with one output gives one')
    const [error = Number.NaN] = await bars.sub(output).square().mean().data()
    // An output of 1/3 everywhere, the mean of the images, has 0.222.
    expect(error, 'mean squared error of the six bars').toBeLessThan(0.1)
  })
})
