import type { SparseAutoencoder } from '#solutions/sparse-autoencoders/buildSparseAutoencoder.ts'
import { wrongAutoencoder } from '../hidden/wrong-autoencoder.ts'

/** No activation on the encoder. */
export function buildSparseAutoencoder(
  inputDim: number,
  codeSize: number,
  beta: number,
): SparseAutoencoder {
  return wrongAutoencoder(inputDim, codeSize, beta, { encoder: 'linear' })
}
