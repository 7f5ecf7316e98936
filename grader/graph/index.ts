import * as tf from '@tensorflow/tfjs'
import { GraphModel } from '@tensorflow/tfjs-converter'

/** What a graph is made of, and how it is used: data that can be sent. */
export interface GraphSource {
  /** Names the graph: its SHA-256. A layer of another process finds its own copy by it. */
  readonly key: string
  /** JSON of the topology, and of the list of weights. */
  readonly topology: string
  readonly specs: string
  /** All weights, one after the other. */
  readonly weights: Uint8Array
  /** The node whose output [n, d] are the features. */
  readonly node: string
  /** [height, width, channels] of the images. */
  readonly input: readonly number[]
}

/** Whether what was sent is a graph. */
export function isGraphSource(subject: unknown): subject is GraphSource {
  if (typeof subject !== 'object' || subject === null) return false
  const texts = ['key', 'topology', 'specs', 'node']
  return (
    texts.every((name) => typeof Reflect.get(subject, name) === 'string') &&
    Reflect.get(subject, 'weights') instanceof Uint8Array &&
    Array.isArray(Reflect.get(subject, 'input'))
  )
}

type Executor = Pick<GraphModel, 'execute'>

interface Graph {
  readonly model: Executor
  readonly node: string
  /** d */
  readonly size: number
}

/** Graphs of this process: a model may come back as a description that names one. */
const graphs = new Map<string, Graph>()

/**
 * A graph as a model of layers, so that heads can be put on it: an input, and one layer `features` that runs the
 * graph and learns nothing. Throws where the graph has no such node, or its output is not [n, d].
 */
export async function graphNetwork(source: GraphSource): Promise<tf.LayersModel> {
  const { key, input } = source
  const { size } = graphs.get(key) ?? (await opened(source))
  const image = tf.input({ shape: [...input], name: 'image' })
  const layer = new FrozenGraph({ name: 'features', key, size })
  const features = layer.apply(image)
  if (!(features instanceof tf.SymbolicTensor)) throw new TypeError('A graph has one output.')
  return tf.model({ inputs: image, outputs: features })
}

async function opened({ key, node, input, ...data }: GraphSource): Promise<Graph> {
  const artifacts = {
    modelTopology: JSON.parse(data.topology),
    weightSpecs: JSON.parse(data.specs),
    weightData: Uint8Array.from(data.weights).buffer,
  }
  const model = new GraphModel({ load: () => artifacts })
  await model.load()
  // they outlive the check that asked first
  for (const tensor of Object.values(model.weights).flat()) tf.keep(tensor)
  const shape = tf.tidy(() => run(model, node, tf.zeros([1, ...input])).shape)
  const [one, size, ...more] = shape
  if (one !== 1 || size === undefined || more.length > 0) {
    throw new TypeError(`The node "${node}" gives [${shape.join(', ')}] for one image, not [1, d].`)
  }
  const graph = { model, node, size }
  graphs.set(key, graph)
  return graph
}

function run(model: Executor, node: string, images: tf.Tensor): tf.Tensor {
  const output = model.execute(images, node)
  if (Array.isArray(output)) throw new TypeError(`The node "${node}" gives more than one tensor.`)
  return output
}

interface FrozenGraphConfig {
  readonly name: string
  readonly key: string
  readonly size: number
}

/** Runs a graph; its weights are the graph's, and none of them learns. */
class FrozenGraph extends tf.layers.Layer {
  static readonly className = 'FrozenGraph'
  readonly #key: string
  readonly #graph: Graph

  constructor(config: FrozenGraphConfig) {
    super({ name: config.name, trainable: false })
    const graph = graphs.get(config.key)
    if (graph === undefined) throw new RangeError(`There is no graph ${config.key} here.`)
    this.#key = config.key
    this.#graph = graph
  }

  override computeOutputShape(shape: tf.Shape): tf.Shape {
    return [shape[0] ?? null, this.#graph.size]
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const [images] = Array.isArray(inputs) ? inputs : [inputs]
    if (images === undefined) throw new TypeError('A graph reads images.')
    return tf.tidy(() => run(this.#graph.model, this.#graph.node, images))
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), key: this.#key, size: this.#graph.size }
  }
}

tf.serialization.registerClass(FrozenGraph)
