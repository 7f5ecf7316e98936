/** [height, width, channels] of an image, or [n] once it is a vector. */
export type Shape = number[]

export type Layer =
  /** `filters` square filters of `size` x `size`. Default stride 1, default padding 'valid'. */
  | { type: 'conv'; filters: number; size: number; stride?: number; padding?: 'valid' | 'same' }
  /** Pooling with windows of `size` x `size`, stride = size, no padding. */
  | { type: 'pool'; size: number }
  /** Each channel becomes its average: [h, w, c] to [c]. */
  | { type: 'globalAveragePool' }
  | { type: 'flatten' }
  /** Fully connected; its input is a vector. */
  | { type: 'dense'; units: number }

export interface NetworkSize {
  /** Output shape of every layer, in order, without the batch axis. */
  shapes: Shape[]
  /** Trainable numbers of every layer, in order, biases included. */
  parameters: number[]
  /** Sum of `parameters`. */
  total: number
}

/**
 * Follows a shape through a network and counts what each layer has to learn:
 *
 *     conv     (size * size * channels in + 1) * filters       the 1 is the filter's bias
 *     dense    (inputs + 1) * units                            the 1 is the unit's bias
 *     others   0
 *
 * Output height and width of a convolution: floor((n - size) / stride) + 1 for 'valid' and
 * ceil(n / stride) for 'same'; of a pooling layer: floor(n / size).
 *
 * @param inputShape [height, width, channels], or [n]; left as it was.
 * @param layers from input to output; left as they were.
 */
export function countParameters(inputShape: Shape, layers: Layer[]): NetworkSize {
  // solution: carry the current shape from layer to layer, noting shape and parameters
  const shapes: Shape[] = []
  const parameters: number[] = []
  let shape = inputShape
  for (const layer of layers) {
    parameters.push(parametersOf(layer, shape))
    shape = outputShape(layer, shape)
    shapes.push(shape)
  }
  return { shapes, parameters, total: parameters.reduce((sum, count) => sum + count, 0) }
  // end solution
}

// solution
function parametersOf(layer: Layer, shape: Shape): number {
  switch (layer.type) {
    case 'conv': {
      const { channels } = asImage(shape, layer)
      return (layer.size * layer.size * channels + 1) * layer.filters
    }
    case 'dense':
      return (asVector(shape, layer) + 1) * layer.units
    default:
      return 0
  }
}

function outputShape(layer: Layer, shape: Shape): Shape {
  switch (layer.type) {
    case 'conv': {
      const { height, width } = asImage(shape, layer)
      const { filters, size, stride = 1, padding = 'valid' } = layer
      const along = (n: number) =>
        padding === 'same' ? Math.ceil(n / stride) : Math.floor((n - size) / stride) + 1
      return [along(height), along(width), filters]
    }
    case 'pool': {
      const { height, width, channels } = asImage(shape, layer)
      return [Math.floor(height / layer.size), Math.floor(width / layer.size), channels]
    }
    case 'globalAveragePool':
      return [asImage(shape, layer).channels]
    case 'flatten':
      return [shape.reduce((product, n) => product * n, 1)]
    case 'dense':
      return [layer.units]
  }
}

function asImage(shape: Shape, layer: Layer) {
  const [height, width, channels] = shape
  if (height === undefined || width === undefined || channels === undefined) {
    throw new RangeError(`a ${layer.type} layer needs an image, but its input is [${shape}]`)
  }
  return { height, width, channels }
}

function asVector(shape: Shape, layer: Layer): number {
  const [n] = shape
  if (n === undefined || shape.length !== 1) {
    throw new RangeError(
      `a ${layer.type} layer needs a vector, but its input is [${shape}]; flatten it`,
    )
  }
  return n
}
// end solution
