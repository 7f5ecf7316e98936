type Layer =
  | { type: 'conv'; filters: number; size: number; stride?: number; padding?: 'valid' | 'same' }
  | { type: 'pool'; size: number }
  | { type: 'globalAveragePool' }
  | { type: 'flatten' }
  | { type: 'dense'; units: number }

interface Step {
  readonly shape: number[]
  readonly parameters: number
}

/** Each layer is a function of the shape before it; the network is what they leave behind. */
export function countParameters(inputShape: number[], layers: Layer[]) {
  const steps: Step[] = []
  for (const layer of layers) steps.push(step(layer, steps.at(-1)?.shape ?? inputShape))
  const parameters = steps.map((one) => one.parameters)
  return {
    shapes: steps.map((one) => one.shape),
    parameters,
    total: parameters.reduce((a, b) => a + b, 0),
  }
}

function step(layer: Layer, shape: number[]): Step {
  const channels = shape[shape.length - 1] ?? 0
  const sides = shape.slice(0, -1)
  const volume = shape.reduce((a, b) => a * b, 1)
  switch (layer.type) {
    case 'conv': {
      const { filters, size, stride = 1, padding } = layer
      const kept = padding === 'same' ? 0 : size - 1
      return {
        shape: [...sides.map((n) => Math.ceil((n - kept) / stride)), filters],
        parameters: filters * (1 + channels * size * size),
      }
    }
    case 'pool':
      return {
        shape: [...sides.map((n) => (n - (n % layer.size)) / layer.size), channels],
        parameters: 0,
      }
    case 'dense':
      return { shape: [layer.units], parameters: layer.units * (1 + channels) }
    case 'flatten':
      return { shape: [volume], parameters: 0 }
    case 'globalAveragePool':
      return { shape: [channels], parameters: 0 }
  }
}
