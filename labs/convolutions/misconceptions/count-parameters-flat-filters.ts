import {
  type Layer,
  type NetworkSize,
  countParameters as right,
  type Shape,
} from '#solutions/convolutions/countParameters.ts'

/** Filters one channel deep, however deep their input is. */
export function countParameters(inputShape: Shape, layers: Layer[]): NetworkSize {
  const { shapes, parameters } = right(inputShape, layers)
  const counts = parameters.map((count, i) => {
    const layer = layers[i]
    return layer?.type === 'conv' ? (layer.size * layer.size + 1) * layer.filters : count
  })
  return { shapes, parameters: counts, total: counts.reduce((sum, count) => sum + count, 0) }
}
