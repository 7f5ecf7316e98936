import { field, type LayerConfig, RefusedModel } from './topology.ts'

/** A shape for one example, without the batch axis. */
export type Shape = readonly number[]

/** What a layer makes of shapes, found by arithmetic: nothing is allocated. */
export interface Inferred {
  readonly output: Shape
  readonly parameters: number
  /** Input elements that each output element is made of, where it is not the weights that say so. */
  readonly window?: number
}

/**
 * Output shape and number of weights of a layer. Formulas as in the Keras documentation: a dense layer has
 * inputs x units + units weights, a convolution height x width x channels x filters + filters.
 * @throws RefusedModel for a configuration that does not fit its inputs.
 */
export function inferLayer(layer: LayerConfig, inputs: readonly Shape[]): Inferred {
  const [input] = inputs
  if (input === undefined) throw new RefusedModel(`a ${layer.className} layer has no input`)
  const infer = INFERENCE[layer.className]
  if (infer === undefined) throw new RefusedModel(`it has a layer of class ${layer.className}`)
  return infer(layer.config, input, inputs)
}

/** The declared input of a first or input layer. */
export function declaredShape({ className, config }: LayerConfig): Shape {
  const shape = field(config, 'batch_input_shape')
  if (!Array.isArray(shape)) throw new RefusedModel(`a ${className} layer declares no input shape`)
  return shape.slice(1).map((size) => positive(size, 'input shape'))
}

type Config = LayerConfig['config']
type Infer = (config: Config, input: Shape, inputs: readonly Shape[]) => Inferred

/** Operations that a graph is taken for, whatever it does: a model may hold it, and not a hundred times. */
const ONE_GRAPH = 30_000_000

const unchanged: Infer = (_config, input) => ({ output: input, parameters: 0 })

const merge: Infer = (_config, input, inputs) => {
  if (inputs.some((other) => other.join() !== input.join())) {
    throw new RefusedModel('it merges tensors of different shapes')
  }
  return { output: input, parameters: 0 }
}

const pool: Infer = (config, input) => {
  const [height, width, channels] = image(input)
  const [poolHeight, poolWidth] = pair(config['pool_size'], 'pool_size')
  const [strideHeight, strideWidth] = pair(config['strides'] ?? config['pool_size'], 'strides')
  const output = [
    windows(height, poolHeight, strideHeight, config),
    windows(width, poolWidth, strideWidth, config),
    channels,
  ]
  return { output, parameters: 0, window: poolHeight * poolWidth }
}

const globalPool: Infer = (_config, input) => ({ output: [image(input)[2]], parameters: 0 })

const INFERENCE: Readonly<Record<string, Infer>> = {
  InputLayer: unchanged,
  Activation: unchanged,
  ReLU: unchanged,
  LeakyReLU: unchanged,
  Softmax: unchanged,
  Dropout: unchanged,
  Add: merge,
  Multiply: merge,
  Average: merge,
  AbsoluteDifference(config, input, inputs) {
    if (inputs.length !== 2) throw new RefusedModel('AbsoluteDifference has no two inputs')
    return merge(config, input, inputs)
  },
  MaxPooling2D: pool,
  AveragePooling2D: pool,
  GlobalAveragePooling2D: globalPool,
  GlobalMaxPooling2D: globalPool,
  FrozenGraph(config) {
    const size = positive(config['size'], 'size')
    return { output: [size], parameters: 0, window: ONE_GRAPH / size }
  },
  Flatten: (_config, input) => ({ output: [product(input)], parameters: 0 }),
  Reshape(config, input) {
    const target = config['target_shape']
    if (!Array.isArray(target)) throw new RefusedModel('a Reshape layer has no target_shape')
    const output = target.map((size) => positive(size, 'target_shape'))
    if (product(output) !== product(input))
      throw new RefusedModel('a Reshape layer changes the size')
    return { output, parameters: 0 }
  },
  Dense(config, input) {
    const units = positive(config['units'], 'units')
    const last = input.at(-1) ?? 0
    const biases = config['use_bias'] === false ? 0 : units
    return { output: [...input.slice(0, -1), units], parameters: last * units + biases }
  },
  Conv2D(config, input) {
    const filters = positive(config['filters'], 'filters')
    const { places, window } = convolution(config, input)
    const biases = config['use_bias'] === false ? 0 : filters
    return { output: [...places, filters], parameters: window * image(input)[2] * filters + biases }
  },
  DepthwiseConv2D(config, input) {
    const filters = image(input)[2] * positive(config['depth_multiplier'] ?? 1, 'depth_multiplier')
    const { places, window } = convolution(config, input)
    const biases = config['use_bias'] === false ? 0 : filters
    return { output: [...places, filters], parameters: window * filters + biases }
  },
  BatchNormalization: (_config, input) => ({ output: input, parameters: 4 * (input.at(-1) ?? 0) }),
  Concatenate(config, input, inputs) {
    const last = input.length - 1
    const axis = config['axis'] ?? -1
    if (axis !== -1 && axis !== last + 1) {
      throw new RefusedModel('a Concatenate layer joins another axis than the last')
    }
    const front = (shape: Shape) => shape.slice(0, -1).join()
    if (inputs.some((shape) => shape.length !== input.length || front(shape) !== front(input))) {
      throw new RefusedModel('a Concatenate layer joins shapes that do not fit')
    }
    const joined = inputs.reduce((sum, shape) => sum + (shape.at(-1) ?? 0), 0)
    return { output: [...input.slice(0, -1), joined], parameters: 0 }
  },
}

/** Height and width of what a kernel gives, and its height times its width. */
function convolution(config: Config, input: Shape) {
  const [height, width] = image(input)
  const [kernelHeight, kernelWidth] = pair(config['kernel_size'], 'kernel_size')
  const [strideHeight, strideWidth] = pair(config['strides'] ?? 1, 'strides')
  const [dilationHeight, dilationWidth] = pair(config['dilation_rate'] ?? 1, 'dilation_rate')
  const reach = (size: number, dilation: number) => (size - 1) * dilation + 1
  const places = [
    windows(height, reach(kernelHeight, dilationHeight), strideHeight, config),
    windows(width, reach(kernelWidth, dilationWidth), strideWidth, config),
  ]
  return { places, window: kernelHeight * kernelWidth }
}

/** How many windows fit along one axis: floor((n - k) / s) + 1, or ceil(n / s) with padding. */
function windows(size: number, reach: number, stride: number, config: Config): number {
  const { padding = 'valid', data_format: format = 'channels_last' } = config
  if (format !== 'channels_last' && format !== null) {
    throw new RefusedModel('it is not in channels_last format')
  }
  const count =
    padding === 'same' ? Math.ceil(size / stride) : Math.floor((size - reach) / stride) + 1
  if (count < 1) throw new RefusedModel('a window does not fit into its input')
  return count
}

function image(shape: Shape): readonly [number, number, number] {
  const [height, width, channels] = shape
  if (height === undefined || width === undefined || channels === undefined || shape.length !== 3) {
    throw new RefusedModel(`an image layer has an input of shape [${shape.join(', ')}]`)
  }
  return [height, width, channels]
}

function pair(value: unknown, what: string): readonly [number, number] {
  if (typeof value === 'number') return [positive(value, what), positive(value, what)]
  if (!Array.isArray(value)) throw new RefusedModel(`a layer has no ${what}`)
  return [positive(value[0], what), positive(value[1] ?? value[0], what)]
}

function positive(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) {
    throw new RefusedModel(`its ${what} is ${String(value).slice(0, 40)}`)
  }
  return value
}

export function product(shape: Shape): number {
  return shape.reduce((size, each) => size * each, 1)
}
