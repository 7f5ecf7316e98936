import * as tf from '@tensorflow/tfjs'
import type { Oracle } from '#kit'
import { buildSparseAutoencoder } from '#solutions/sparse-autoencoders/buildSparseAutoencoder.ts'
import { type Autoencoder, autoencoder, evaluate } from './data.ts'

/** The definition in loops, and parameters counted by (inputs + 1) * units. */
export const oracle: Oracle<Autoencoder> = {
  arbitrary: autoencoder,
  solution: async ({ images, We, be, Wd, bd, beta }) => {
    const { model, loss } = buildSparseAutoencoder(bd.length, be.length, beta)
    model.setWeights([tf.tensor2d(We), tf.tensor1d(be), tf.tensor2d(Wd), tf.tensor1d(bd)])
    const x = tf.tensor2d(images)
    const output = model.predict(x)
    const answer = {
      output: output instanceof tf.Tensor ? await output.array() : null,
      loss: await loss(x).array(),
      layers: model.layers.map((layer) => [layer.name, layer.countParams()]),
    }
    model.dispose()
    return answer
  },
  expected: (data) => {
    const [n, c] = [data.bd.length, data.be.length]
    const layers = [
      ['input', 0],
      ['encoder', (n + 1) * c],
      ['decoder', (c + 1) * n],
    ]
    return { ...evaluate(data), layers }
  },
  tolerance: {
    maxError: 1e-6,
    reason:
      'Sums of a few products of eighths, a sigmoid and a mean: at most 2.5e-7 in 2,000 cases.',
  },
}
