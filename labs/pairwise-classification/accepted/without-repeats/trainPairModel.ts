import * as tf from '@tensorflow/tfjs'
import { buildSiameseModel } from './buildSiameseModel.js'

/** Shuffles once for itself, larger batches with a larger rate; `fit` then shuffles again. */
export async function trainPairModel(
  { a, b, same }: { a: tf.Tensor2D; b: tf.Tensor2D; same: number[] },
  { epochs }: { epochs: number },
) {
  const model = await buildSiameseModel(a.shape[1])
  model.compile({
    optimizer: tf.train.adam(0.002),
    loss: 'binaryCrossentropy',
    metrics: ['accuracy'],
  })
  const order = tf.tensor1d(Array.from(tf.util.createShuffledIndices(same.length)), 'int32')
  const inputs = [a.gather(order), b.gather(order)]
  const target = tf.tensor1d(same).gather(order).reshape([-1, 1])
  const { history } = await model.fit(inputs, target, { epochs, batchSize: 64, verbose: 0 })
  return {
    model,
    history: { loss: history['loss'] as number[], accuracy: history['acc'] as number[] },
  }
}
