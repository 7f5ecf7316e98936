import { Axis } from './axis.js'

interface AnyLayer {
  type: 'conv' | 'pool' | 'globalAveragePool' | 'flatten' | 'dense'
  filters?: number
  size?: number
  stride?: number
  padding?: 'valid' | 'same'
  units?: number
}

export async function countParameters(inputShape: readonly number[], layers: readonly AnyLayer[]) {
  const shapes: number[][] = []
  const parameters: number[] = []
  for (const layer of layers) {
    const before = shapes.at(-1) ?? inputShape
    shapes.push(shapeAfter(layer, before))
    parameters.push(weightsAndBiases(layer, before))
  }
  return { shapes, parameters, total: parameters.reduce((a, b) => a + b, 0) }
}

function shapeAfter(layer: AnyLayer, before: readonly number[]): number[] {
  const { type, filters = 0, size = 1, padding = 'valid', units = 0 } = layer
  const stride = type === 'pool' ? size : (layer.stride ?? 1)
  const [height = 1, width = 1, channels = 1] = before
  if (type === 'dense') return [units]
  if (type === 'flatten') return [before.reduce((a, b) => a * b)]
  if (type === 'globalAveragePool') return [channels]
  const along = (n: number) => Axis[padding](n, size, stride).outputs
  return [along(height), along(width), type === 'conv' ? filters : channels]
}

/** The weights that make one number of the output, and its bias, for each filter or unit. */
function weightsAndBiases(layer: AnyLayer, before: readonly number[]): number {
  const { type, filters = 0, size = 1, units = 0 } = layer
  if (type === 'conv') return filters * (size * size * (before[2] ?? 0) + 1)
  if (type === 'dense') return units * ((before[0] ?? 0) + 1)
  return 0
}
