import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import {
  type TrainingOptions,
  trainSparseAutoencoder,
} from '#solutions/sparse-autoencoders/trainSparseAutoencoder.ts'

interface Data {
  readonly images: number
  readonly pixels: number
  readonly options: TrainingOptions
}

/**
 * Black images: the code stays 0, so that only the decoder's bias learns, the same for every pixel. Its
 * way under Adam is a recursion in one number, whatever the kernels were; Kingma and Ba, 2015,
 * algorithm 1, with the defaults of the library.
 */
export const oracle: Oracle<Data> = {
  arbitrary: fc.record({
    images: fc.integer({ min: 1, max: 7 }),
    pixels: fc.integer({ min: 1, max: 6 }),
    options: fc.record({
      codeSize: fc.integer({ min: 1, max: 4 }),
      beta: fc.integer({ min: 0, max: 4 }),
      epochs: fc.integer({ min: 1, max: 3 }),
      batchSize: fc.integer({ min: 1, max: 4 }),
      learningRate: fc.constantFrom(0.01, 0.1, 0.5),
    }),
  }),
  solution: async ({ images, pixels, options }) => {
    const { model, history } = await trainSparseAutoencoder(tf.zeros([images, pixels]), options)
    const [, , , bias] = model.getWeights()
    const answer = { losses: history.loss, bias: await bias?.array() }
    model.dispose()
    return answer
  },
  expected: ({ images, pixels, options: { epochs, batchSize, learningRate } }) => {
    const losses: number[] = []
    let [bias, first, second, step] = [0, 0, 0, 0]
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let batch = 0; batch < Math.ceil(images / batchSize); batch++) {
        const output = sigmoid(bias)
        const gradient = (2 * output * output * (1 - output)) / pixels
        step += 1
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient ** 2
        const [m, v] = [first / (1 - 0.9 ** step), second / (1 - 0.999 ** step)]
        bias -= (learningRate * m) / (Math.sqrt(v) + 1e-7)
      }
      losses.push(sigmoid(bias) ** 2)
    }
    return { losses, bias: Array.from({ length: pixels }, () => bias) }
  },
  tolerance: {
    maxError: 1e-3,
    reason: 'float32 divides two sums near 0; the bias moves by up to 10 in 21 steps.',
  },
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z))
}
