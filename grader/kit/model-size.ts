import { declaredShape, type Inferred, inferLayer, product, type Shape } from './layer-shapes.ts'
import { field, type LayerConfig, MODEL_CAPS, RefusedModel, type Topology } from './topology.ts'

/**
 * Walks a topology by arithmetic and gives its number of weights. Throws `RefusedModel` where an output, the
 * weights or the work of a prediction would be more than `MODEL_CAPS`, or the graph does not hang together.
 * @param operations most of a prediction; without bound where there will be none.
 */
export function countWeights(
  topology: Topology,
  operations: number = MODEL_CAPS.operations,
): number {
  const sums = new Sums(operations)
  walk(topology, null, sums, true)
  return sums.weights
}

/** Multiplications of one prediction with a model that is trusted. */
export function countOperations(topology: Topology): number {
  const sums = new Sums(Number.POSITIVE_INFINITY)
  walk(topology, null, sums, true)
  return sums.operations
}

/**
 * Follows a model from its inputs, as declared or, where it is a layer of another model, as given to it.
 * @returns the shape of its output; of several outputs the first, which no other model can take in.
 */
function walk(model: Topology, given: Given | null, sums: Sums, isFirstUse: boolean): Shape {
  return model.className === 'Sequential'
    ? ofSequence(model, given, sums, isFirstUse)
    : ofGraph(model, given, sums, isFirstUse)
}

/** Shapes that another model gives to one inside it. */
type Given = readonly Shape[]

/** What a layer makes of its inputs; counted in `sums`. */
function use(layer: LayerConfig, inputs: Given, sums: Sums, isFirstUse: boolean): Shape {
  sums.enter()
  if (layer.model !== null) return walk(layer.model, inputs, sums, isFirstUse)
  const inferred = inferLayer(layer, inputs)
  sums.add(inferred, isFirstUse)
  return bounded(inferred.output, layer)
}

function ofSequence(
  { layers }: Topology,
  given: Given | null,
  sums: Sums,
  isFirstUse: boolean,
): Shape {
  const [first] = layers
  if (first === undefined) throw new RefusedModel('it has no layers')
  let shape = declaredInput(first)
  demandFit([shape], given)
  for (const layer of layers) shape = use(layer, [shape], sums, isFirstUse)
  return shape
}

/** Of a sequence, whose first layer may itself be a model. */
function declaredInput(layer: LayerConfig): Shape {
  const { model } = layer
  if (model === null) return declaredShape(layer)
  const first = model.className === 'Sequential' ? model.layers[0] : inputsOf(model)[0]
  if (first === undefined) throw new RefusedModel('a model inside it has no input')
  return declaredInput(first)
}

function demandFit(declared: readonly Shape[], given: Given | null): void {
  if (given !== null && given.join(';') !== declared.join(';')) {
    throw new RefusedModel('a model inside it gets inputs of another shape than it takes')
  }
}

/** Of the layers so far. A shared layer has its weights once, and works at each of its uses. */
class Sums {
  weights = 0
  operations = 0
  /** Elements of all outputs. */
  #outputs = 0
  #uses = 0
  readonly #most: number
  readonly #mostOutputs: number

  constructor(most: number) {
    this.#most = most
    // where nothing is predicted, nothing is in memory
    this.#mostOutputs = Number.isFinite(most) ? MODEL_CAPS.outputs : most
  }

  /** Models inside models multiply: each use is walked again. */
  enter(): void {
    this.#uses += 1
    if (this.#uses > MODEL_CAPS.uses) {
      throw new RefusedModel(`its layers are used more than ${MODEL_CAPS.uses} times`)
    }
  }

  add(inferred: Inferred, isFirstUse: boolean): void {
    if (isFirstUse) this.weights += inferred.parameters
    this.operations += operationsOf(inferred)
    this.#outputs += product(inferred.output)
    if (!(this.weights <= MODEL_CAPS.parameters)) {
      throw new RefusedModel(`it has more than ${MODEL_CAPS.parameters} weights`)
    }
    if (!(this.#outputs <= this.#mostOutputs)) {
      throw new RefusedModel(
        `its layers give more than ${MODEL_CAPS.outputs} numbers for one example`,
      )
    }
    if (!(this.operations <= this.#most)) {
      throw new RefusedModel(`one prediction with it takes more than ${this.#most} operations`)
    }
  }
}

/** Multiplications for one example: each weight is used at every place of the output. */
function operationsOf({ output, parameters, window = 1 }: Inferred): number {
  const places = product(output.slice(0, -1))
  return parameters * places + product(output) * window
}

/** One use of a layer; a shared layer has several. */
interface Node {
  readonly layer: LayerConfig
  readonly index: number
  readonly sources: readonly string[]
}

function ofGraph(model: Topology, given: Given | null, sums: Sums, isFirstUse: boolean): Shape {
  const { layers } = model
  const shapes = new Map<string, Shape>()
  let waiting = layers.flatMap(nodesOf)
  const connections = waiting.reduce((sum, { sources }) => sum + sources.length, 0)
  if (connections > MODEL_CAPS.connections) {
    throw new RefusedModel(`it has ${connections} connections between layers`)
  }
  demandFit(inputsOf(model).map(declaredShape), given)
  for (const layer of layers) {
    if (layer.className === 'InputLayer') shapes.set(key(layer.name, 0), declaredShape(layer))
  }
  // Each pass resolves at least one node, or there is a cycle or a missing layer.
  while (waiting.length > 0) {
    const ready = waiting.filter(({ sources }) => sources.every((source) => shapes.has(source)))
    if (ready.length === 0) throw new RefusedModel('its layers do not hang together')
    for (const { layer, index, sources } of ready) {
      const inputs = sources.map((source) => shapes.get(source) ?? [])
      const output = use(layer, inputs, sums, isFirstUse && index === 0)
      shapes.set(key(layer.name, index), output)
      // A model has a node of its own before it is used in another one.
      if (layer.model !== null) shapes.set(key(layer.name, index + 1), output)
    }
    waiting = waiting.filter((node) => !ready.includes(node))
  }
  const output = listed(model.outputLayers).map((each) => shapes.get(sourceOf(each)))[0]
  if (output === undefined) throw new RefusedModel('it has no output')
  return output
}

/** The input layers of a graph, in the order of its inputs. */
function inputsOf({ layers, inputLayers }: Topology): readonly LayerConfig[] {
  return listed(inputLayers).map((each) => {
    const found = layers.find(({ name }) => name !== null && name === field(each, '0'))
    if (found?.className !== 'InputLayer') throw new RefusedModel('an input is no input layer')
    return found
  })
}

/** tfjs writes one tensor as itself or as a list of one. */
function listed(tensors: unknown): readonly unknown[] {
  if (!Array.isArray(tensors)) return []
  return typeof tensors[0] === 'string' ? [tensors] : tensors
}

/** tfjs writes a use of a layer as a list of `[layer, node, tensor, arguments]`. */
function nodesOf(layer: LayerConfig): Node[] {
  const { inboundNodes } = layer
  if (layer.className === 'InputLayer') return []
  if (!Array.isArray(inboundNodes) || inboundNodes.length === 0) {
    throw new RefusedModel(`a ${layer.className} layer is not connected`)
  }
  if (inboundNodes.length > MODEL_CAPS.layers) throw new RefusedModel('a layer is used too often')
  return inboundNodes.map((node: unknown, index) => {
    if (!Array.isArray(node) || node.length === 0 || node.length > MODEL_CAPS.layers) {
      throw new RefusedModel(`a ${layer.className} layer is connected in no known way`)
    }
    return { layer, index, sources: node.map(sourceOf) }
  })
}

function sourceOf(tensor: unknown): string {
  const name = field(tensor, '0')
  const node = field(tensor, '1')
  if (typeof name !== 'string' || typeof node !== 'number' || field(tensor, '2') !== 0) {
    throw new RefusedModel('its layers are connected in no known way')
  }
  return key(name, node)
}

function key(name: string | null, node: number): string {
  return `${name}/${node}`
}

function bounded(shape: Shape, { className }: LayerConfig): Shape {
  if (product(shape) > MODEL_CAPS.output) {
    throw new RefusedModel(`the output of a ${className} layer has ${product(shape)} elements`)
  }
  return shape
}
