/**
 * The topology of a model that a submission made, read as data. Nothing here builds a layer; whatever is not
 * understood is refused.
 */
export interface Topology {
  readonly className: 'Sequential' | 'Model'
  /** Names of the input and output tensors of a functional model, as tfjs writes them. */
  readonly inputLayers: unknown
  readonly outputLayers: unknown
  /** Cleaned: only the fields of these layer classes, initialisers replaced by zeros. */
  readonly layers: readonly LayerConfig[]
}

const MODEL_CLASSES: readonly unknown[] = ['Sequential', 'Functional', 'Model']

export interface LayerConfig {
  readonly className: string
  readonly config: Readonly<Record<string, unknown>>
  /** The other fields of a functional model's layer. */
  readonly name: string | null
  readonly inboundNodes: unknown
  /** Of a model that is a layer of another one. */
  readonly model: Topology | null
}

/** A topology or weights that are not accepted; the text says which rule they break. */
export class RefusedModel extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'RefusedModel'
  }
}

export const MODEL_CAPS = {
  /** Characters of the topology's JSON. */
  text: 1_000_000,
  layers: 200,
  /** Any number in a layer's configuration: units, filters, sizes. */
  size: 20_000,
  /** Weights of the whole model. */
  parameters: 20_000_000,
  /** Elements of one layer's output for one example: the judge predicts for 32 at a time. */
  output: 1_000_000,
  /** The same of all uses of layers together, which may all be in memory at once; MobileNet has 15 million. */
  outputs: 20_000_000,
  /** Multiplications of one prediction; a small convolutional network takes 3 million. */
  operations: 50_000_000,
  /** Uses of one layer's output by another: they are followed one at a time. */
  connections: 1000,
  /** Uses of layers in all, those of a model inside the model counted at each of its uses. */
  uses: 2000,
  /** Nesting of the JSON; a model inside a model takes 4 to 6. */
  depth: 20,
} as const

/** Layer classes of the labs; every one builds what its configuration says and nothing else. */
export const LAYER_CLASSES: readonly string[] = [
  'InputLayer',
  'Dense',
  'Activation',
  'ReLU',
  'LeakyReLU',
  'Softmax',
  'Flatten',
  'Dropout',
  'Reshape',
  'Conv2D',
  'DepthwiseConv2D',
  'MaxPooling2D',
  'AveragePooling2D',
  'GlobalAveragePooling2D',
  'GlobalMaxPooling2D',
  'BatchNormalization',
  'Concatenate',
  'Add',
  'Multiply',
  'Average',
  'AbsoluteDifference',
  // a graph of the judge's own: one that it does not have is not built
  'FrozenGraph',
]

const ACTIVATIONS: readonly string[] = [
  ...['linear', 'relu', 'relu6', 'sigmoid', 'hardSigmoid', 'hard_sigmoid', 'tanh', 'softmax'],
  ...['softplus', 'softsign', 'elu', 'selu', 'swish', 'gelu'],
]

/** Reads the text of `LayersModel.toJSON()`. Throws `RefusedModel`. */
export function readTopology(text: string): Topology {
  if (text.length > MODEL_CAPS.text)
    throw new RefusedModel(`its topology has ${text.length} characters`)
  const depth = deepest(text)
  if (depth > MODEL_CAPS.depth) throw new RefusedModel(`its topology is nested ${depth} deep`)
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new RefusedModel('its topology is not JSON')
  }
  const budget = { layers: MODEL_CAPS.layers }
  return readModel(field(parsed, 'model_config') ?? parsed, budget)
}

/** @param budget layers that there may still be, in all models together. */
function readModel(model: unknown, budget: { layers: number }): Topology {
  const className = field(model, 'class_name')
  const config = field(model, 'config')
  if (!MODEL_CLASSES.includes(className)) {
    throw new RefusedModel(`it is a ${String(className).slice(0, 40)}, not a Sequential or a Model`)
  }
  const layers = Array.isArray(config) ? config : field(config, 'layers')
  if (!Array.isArray(layers)) throw new RefusedModel('it lists no layers')
  budget.layers -= layers.length
  if (budget.layers < 0) {
    throw new RefusedModel(`it has ${MODEL_CAPS.layers - budget.layers} layers`)
  }
  return {
    className: className === 'Sequential' ? 'Sequential' : 'Model',
    inputLayers: field(config, 'input_layers') ?? null,
    outputLayers: field(config, 'output_layers') ?? null,
    layers: layers.map((layer) => readLayer(layer, budget)),
  }
}

function readLayer(layer: unknown, budget: { layers: number }): LayerConfig {
  const name = field(layer, 'name')
  const place = {
    name: typeof name === 'string' ? name : null,
    inboundNodes: field(layer, 'inbound_nodes') ?? null,
  }
  const className = field(layer, 'class_name')
  if (MODEL_CLASSES.includes(className)) {
    const model = readModel(layer, budget)
    return { ...place, className: model.className, config: {}, model }
  }
  if (typeof className !== 'string' || !LAYER_CLASSES.includes(className)) {
    throw new RefusedModel(`it has a layer of class ${String(className).slice(0, 40)}`)
  }
  const config = field(layer, 'config')
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    throw new RefusedModel(`a ${className} layer has no configuration`)
  }
  return {
    ...place,
    className,
    config: Object.fromEntries(
      Object.entries(config).map(([key, value]) => [key, cleaned(className, key, value)]),
    ),
    model: null,
  }
}

/**
 * Weights are set from the submission's own afterwards: an initialiser would only cost time (an orthogonal
 * one of 30,000 x 30,000 takes minutes).
 */
function cleaned(className: string, key: string, value: unknown): unknown {
  if (key.endsWith('initializer')) return { class_name: 'Zeros', config: {} }
  if (key.endsWith('constraint')) return null
  if (key.endsWith('regularizer')) return penalty(className, value)
  if (key === 'activation' && (typeof value !== 'string' || !ACTIVATIONS.includes(value))) {
    throw new RefusedModel(`a ${className} layer has the activation ${String(value).slice(0, 40)}`)
  }
  checkSizes(className, key, value)
  return value
}

/** Penalties play no part in a prediction; a spec may look at their two numbers. */
function penalty(className: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (field(value, 'class_name') !== 'L1L2') {
    throw new RefusedModel(`a ${className} layer has a regularizer other than l1, l2 or l1l2`)
  }
  const config = field(value, 'config')
  const [l1, l2] = [field(config, 'l1') ?? 0, field(config, 'l2') ?? 0].map(Number)
  if (!Number.isFinite(l1) || !Number.isFinite(l2)) {
    throw new RefusedModel(`a ${className} layer has a regularizer without numbers`)
  }
  return { class_name: 'L1L2', config: { l1, l2 } }
}

function checkSizes(className: string, key: string, value: unknown): void {
  if (typeof value === 'number' && !(Math.abs(value) <= MODEL_CAPS.size)) {
    throw new RefusedModel(`a ${className} layer has ${key} ${value}`)
  }
  if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) checkSizes(className, key, item)
  }
}

/** How deep brackets nest, counted before anything is parsed; brackets in strings count too. */
function deepest(text: string): number {
  let depth = 0
  let most = 0
  for (const character of text) {
    if (character === '{' || character === '[') most = Math.max(most, ++depth)
    if (character === '}' || character === ']') depth -= 1
  }
  return most
}

/** An own property of parsed JSON. */
export function field(subject: unknown, name: string): unknown {
  return typeof subject === 'object' && subject !== null && Object.hasOwn(subject, name)
    ? Reflect.get(subject, name)
    : undefined
}
