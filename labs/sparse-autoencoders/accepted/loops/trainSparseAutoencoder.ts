import * as tf from '@tensorflow/tfjs'
import { buildSparseAutoencoder } from './buildSparseAutoencoder.ts'

interface Options {
  codeSize: number
  beta: number
  epochs: number
  batchSize: number
  learningRate: number
}

/** Shuffles the rows once per epoch, and applies gradients that it asked for by name. */
export function trainSparseAutoencoder(images: tf.Tensor2D, options: Options) {
  const { model, loss } = buildSparseAutoencoder(images.shape[1], options.codeSize, options.beta)
  const adam: tf.Optimizer = tf.train.adam(options.learningRate)
  const reported: number[] = []
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    const order = [...Array(images.shape[0]).keys()]
    tf.util.shuffle(order)
    const shuffled = tf.tidy(() => tf.gather(images, tf.tensor1d(order, 'int32')))
    for (let at = 0; at < order.length; at += options.batchSize) {
      const size = Math.min(options.batchSize, order.length - at)
      tf.tidy(() => {
        const { grads } = tf.variableGrads(() => loss(shuffled.slice([at, 0], [size, -1])))
        adam.applyGradients(grads)
      })
    }
    shuffled.dispose()
    reported.push(tf.tidy(() => loss(images).arraySync()))
  }
  adam.dispose()
  return { model, history: { loss: reported } }
}
