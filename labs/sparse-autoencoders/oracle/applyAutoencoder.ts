import * as tf from '@tensorflow/tfjs'
import type { Oracle } from '#kit'
import { applyAutoencoder } from '#solutions/sparse-autoencoders/applyAutoencoder.ts'
import { type Autoencoder, autoencoder, evaluate } from './data.ts'

/** The definition, in loops over JavaScript numbers. */
export const oracle: Oracle<Autoencoder> = {
  arbitrary: autoencoder,
  solution: async ({ images, We, be, Wd, bd, beta }) => {
    const { output, loss } = applyAutoencoder(
      tf.tensor2d(images),
      tf.tensor2d(We),
      tf.tensor1d(be),
      tf.tensor2d(Wd),
      tf.tensor1d(bd),
      beta,
    )
    return { output: await output.array(), loss: await loss.array() }
  },
  expected: evaluate,
  tolerance: {
    maxError: 1e-6,
    reason:
      'Sums of a few products of eighths, a sigmoid and a mean: at most 2.5e-7 in 2,000 cases.',
  },
}
