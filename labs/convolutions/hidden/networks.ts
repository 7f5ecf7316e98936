import { random } from '#kit'
import type { Layer, Shape } from '#starter/convolutions/countParameters.ts'

export interface Network {
  readonly inputShape: Shape
  readonly layers: Layer[]
}

/**
 * A random network with every kind of layer, whose sizes rarely divide evenly: what is dropped and what
 * is padded shows in the shapes, and through the dense layers in the counts.
 */
export function randomNetwork(end: 'flatten' | 'globalAveragePool'): Network {
  const inputShape = [random.integer(20, 27), random.integer(20, 27), random.integer(2, 4)]
  return {
    inputShape,
    layers: [
      { type: 'conv', filters: random.integer(3, 9), size: random.integer(2, 5) },
      { type: 'conv', filters: random.integer(3, 9), size: 3, padding: 'same', stride: 2 },
      { type: 'pool', size: random.integer(2, 3) },
      { type: 'conv', filters: random.integer(3, 9), size: 2, stride: 2 },
      { type: 'conv', filters: random.integer(3, 9), size: random.integer(1, 5), padding: 'same' },
      { type: end },
      { type: 'dense', units: random.integer(5, 40) },
      { type: 'dense', units: random.integer(2, 10) },
    ],
  }
}
