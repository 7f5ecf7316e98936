import {
  type Layer,
  type NetworkSize,
  countParameters as right,
  type Shape,
} from '#solutions/convolutions/countParameters.ts'

/** Counts the weights and forgets the biases. */
export function countParameters(inputShape: Shape, layers: Layer[]): NetworkSize {
  const { shapes, parameters } = right(inputShape, layers)
  const weights = parameters.map((count, i) => count - biases(layers[i]))
  return { shapes, parameters: weights, total: weights.reduce((sum, count) => sum + count, 0) }
}

function biases(layer: Layer | undefined): number {
  if (layer?.type === 'conv') return layer.filters
  return layer?.type === 'dense' ? layer.units : 0
}
