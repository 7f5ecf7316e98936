import * as tf from '@tensorflow/tfjs'
import { buildSparseAutoencoder } from './buildSparseAutoencoder.ts'
import { withCode } from './with-code.ts'

type Options = Record<'codeSize' | 'beta' | 'epochs' | 'batchSize' | 'learningRate', number>

/** `fit` on a model with two outputs: the code is an output whose loss is the penalty. */
export async function trainSparseAutoencoder(images: tf.Tensor2D, options: Options) {
  const { codeSize, beta, epochs, batchSize, learningRate } = options
  const { model, loss } = buildSparseAutoencoder(images.shape[1], codeSize, beta)
  const both = withCode(model)
  both.compile({
    optimizer: tf.train.adam(learningRate),
    loss: [
      (yTrue, yPred) => tf.squaredDifference(yTrue, yPred).mean(),
      (_yTrue, code) => code.mean().mul(beta),
    ],
  })
  const noTarget = tf.zeros([images.shape[0], codeSize])
  const losses: number[] = []
  await both.fit(images, [images, noTarget], {
    epochs,
    batchSize,
    shuffle: true,
    verbose: 0,
    callbacks: {
      onEpochEnd: async () => {
        const after = loss(images)
        losses.push((await after.data())[0] ?? Number.NaN)
        after.dispose()
      },
    },
  })
  noTarget.dispose()
  return { model, history: { loss: losses } }
}
