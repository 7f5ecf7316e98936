import type { SparseAutoencoder } from '#solutions/sparse-autoencoders/buildSparseAutoencoder.ts'
import { wrongAutoencoder } from '../hidden/wrong-autoencoder.ts'

/** The names that layers get by themselves. */
export function buildSparseAutoencoder(
  inputDim: number,
  codeSize: number,
  beta: number,
): SparseAutoencoder {
  return wrongAutoencoder(inputDim, codeSize, beta, { names: ['input_1', 'dense_1', 'dense_2'] })
}
