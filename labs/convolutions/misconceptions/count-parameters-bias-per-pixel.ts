import {
  type Layer,
  type NetworkSize,
  countParameters as right,
  type Shape,
} from '#solutions/convolutions/countParameters.ts'

/** Gives every pixel of a feature map a bias of its own. */
export function countParameters(inputShape: Shape, layers: Layer[]): NetworkSize {
  const { shapes, parameters } = right(inputShape, layers)
  const counts = parameters.map((count, i) => {
    const layer = layers[i]
    if (layer?.type !== 'conv') return count
    const outputs = (shapes[i] ?? []).reduce((product, n) => product * n, 1)
    return count - layer.filters + outputs
  })
  return { shapes, parameters: counts, total: counts.reduce((sum, count) => sum + count, 0) }
}
