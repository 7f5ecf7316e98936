import type { SparseAutoencoder } from '#solutions/sparse-autoencoders/buildSparseAutoencoder.ts'
import { wrongAutoencoder } from '../hidden/wrong-autoencoder.ts'

/** The squared error alone: beta goes nowhere. */
export function buildSparseAutoencoder(
  inputDim: number,
  codeSize: number,
  beta: number,
): SparseAutoencoder {
  return wrongAutoencoder(inputDim, codeSize, beta, { penalty: 'none' })
}
