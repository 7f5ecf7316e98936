import {
  type Layer,
  type NetworkSize,
  countParameters as right,
  type Shape,
} from '#solutions/convolutions/countParameters.ts'

/** Counts a window of weights for each channel of a pooling layer. */
export function countParameters(inputShape: Shape, layers: Layer[]): NetworkSize {
  const { shapes, parameters } = right(inputShape, layers)
  const counts = parameters.map((count, i) => {
    const layer = layers[i]
    const channels = shapes[i]?.at(-1) ?? 0
    return layer?.type === 'pool' ? layer.size * layer.size * channels : count
  })
  return { shapes, parameters: counts, total: counts.reduce((sum, count) => sum + count, 0) }
}
