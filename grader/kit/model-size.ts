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
  return topology.className === 'Sequential' ? ofSequence(topology, sums) : ofGraph(topology, sums)
}

function ofSequence({ layers }: Topology, sums: Sums): number {
  const [first] = layers
  if (first === undefined) throw new RefusedModel('it has no layers')
  let shape = declaredShape(first)
  for (const layer of layers) {
    const inferred = inferLayer(layer, [shape])
    shape = bounded(inferred.output, layer)
    sums.add(inferred, true)
  }
  return sums.weights
}

/** Of the layers so far. A shared layer has its weights once, and works at each of its uses. */
class Sums {
  weights = 0
  #operations = 0
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  add(inferred: Inferred, isFirstUse: boolean): void {
    if (isFirstUse) this.weights += inferred.parameters
    this.#operations += operationsOf(inferred)
    if (!(this.weights <= MODEL_CAPS.parameters)) {
      throw new RefusedModel(`it has more than ${MODEL_CAPS.parameters} weights`)
    }
    if (!(this.#operations <= this.#most)) {
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

function ofGraph({ layers }: Topology, sums: Sums): number {
  const shapes = new Map<string, Shape>()
  let waiting = layers.flatMap(nodesOf)
  const connections = waiting.reduce((sum, { sources }) => sum + sources.length, 0)
  if (connections > MODEL_CAPS.connections) {
    throw new RefusedModel(`it has ${connections} connections between layers`)
  }
  for (const layer of layers) {
    if (layer.className === 'InputLayer') shapes.set(key(layer.name, 0), declaredShape(layer))
  }
  // Each pass resolves at least one node, or there is a cycle or a missing layer.
  while (waiting.length > 0) {
    const ready = waiting.filter(({ sources }) => sources.every((source) => shapes.has(source)))
    if (ready.length === 0) throw new RefusedModel('its layers do not hang together')
    for (const { layer, index, sources } of ready) {
      const inputs = sources.map((source) => shapes.get(source) ?? [])
      const inferred = inferLayer(layer, inputs)
      shapes.set(key(layer.name, index), bounded(inferred.output, layer))
      sums.add(inferred, index === 0)
    }
    waiting = waiting.filter((node) => !ready.includes(node))
  }
  return sums.weights
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
