import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, load, place } from '#kit'
import type * as lab from '#starter/cats-vs-dogs/train.ts'

const { submission } = bind<typeof lab>()

describe('train', () => {
  test('worked-example', async () => {
    // One unit that reads one pixel, and begins at 0: it says 0.5 to everything.
    const model = tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [1, 1, 1] }),
        tf.layers.dense({ units: 1, activation: 'sigmoid', kernelInitializer: 'zeros' }),
      ],
    })
    // Two dark cats and two bright dogs to learn from; the validation pictures are the other way round.
    const answer = await submission.train(
      await place(model),
      { images: tf.tensor4d([0, 0, 1, 1], [4, 1, 1, 1]), labels: [0, 0, 1, 1] },
      { images: tf.tensor4d([0, 1], [2, 1, 1, 1]), labels: [1, 0] },
      { epochs: 9, batchSize: 4, learningRate: 0.5, patience: 3, seed: 1 },
    )
    // All pictures are one batch, so an epoch is one step of adam, and the first step is +-0.5.
    const { history, bestEpoch, stoppedEpoch } = answer
    await expect(history.loss[0]).toMatchValue(Math.log(2))
    const [p, q] = [1 / (1 + Math.exp(0)), 1 / (1 + Math.exp(-0.5))]
    await expect(history.valLoss[0]).toMatchValue((-Math.log(p) - Math.log(1 - q)) / 2)
    // The better it learns, the worse for validation: the first epoch stays the best, three more follow.
    await expect({ epochs: history.loss.length, bestEpoch, stoppedEpoch }).toMatchValue({
      epochs: 4,
      bestEpoch: 0,
      stoppedEpoch: 3,
    })
    // The model has the weights of the first epoch again, and so has the checkpoint.
    for (const kept of [answer.model, answer.checkpoint]) {
      const [kernel, bias] = (await load(kept)).getWeights()
      await expect(kernel ?? tf.scalar(0)).toMatchTensor(tf.tensor2d([[0.5]]))
      await expect(bias ?? tf.scalar(0)).toMatchTensor(tf.tensor1d([0]))
    }
  })
})
