import {
  buildSparseAutoencoder as right,
  type SparseAutoencoder,
} from '#solutions/sparse-autoencoders/buildSparseAutoencoder.ts'

/** A loss that disposes of the images it was called with. */
export function buildSparseAutoencoder(
  inputDim: number,
  codeSize: number,
  beta: number,
): SparseAutoencoder {
  const { model, loss } = right(inputDim, codeSize, beta)
  return {
    model,
    loss: (images) => {
      const value = loss(images)
      images.dispose()
      return value
    },
  }
}
