import {
  type Layer,
  type NetworkSize,
  countParameters as right,
  type Shape,
} from '#solutions/convolutions/countParameters.ts'

/** Rounds up where a window does not fit: in 'valid' convolutions and in pooling. */
export function countParameters(inputShape: Shape, layers: Layer[]): NetworkSize {
  const shapes: Shape[] = []
  const parameters: number[] = []
  let shape = inputShape
  for (const layer of layers) {
    const one = right(shape, [layer])
    parameters.push(one.total)
    shape = rounded(layer, shape) ?? one.shapes[0] ?? []
    shapes.push(shape)
  }
  return { shapes, parameters, total: parameters.reduce((sum, count) => sum + count, 0) }
}

function rounded(layer: Layer, [height = 0, width = 0, channels = 0]: Shape): Shape | null {
  if (layer.type === 'pool') {
    return [Math.ceil(height / layer.size), Math.ceil(width / layer.size), channels]
  }
  if (layer.type !== 'conv' || layer.padding === 'same') return null
  const along = (n: number) => Math.ceil((n - layer.size) / (layer.stride ?? 1)) + 1
  return [along(height), along(width), layer.filters]
}
