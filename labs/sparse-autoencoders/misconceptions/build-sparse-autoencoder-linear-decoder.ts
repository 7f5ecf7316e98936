import type { SparseAutoencoder } from '#solutions/sparse-autoencoders/buildSparseAutoencoder.ts'
import { wrongAutoencoder } from '../hidden/wrong-autoencoder.ts'

/** No activation on the decoder. */
export function buildSparseAutoencoder(
  inputDim: number,
  codeSize: number,
  beta: number,
): SparseAutoencoder {
  return wrongAutoencoder(inputDim, codeSize, beta, { decoder: 'linear' })
}
