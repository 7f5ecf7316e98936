import * as tf from '@tensorflow/tfjs'
import { operationsOfBackbone } from './backbone.ts'
import { MismatchError } from './failure.ts'
import { raise } from './frame.ts'
// registers its class: a model may hold it
import 'gradus/layers'
import { countWeights } from './model-size.ts'
import { RemoteObject } from './remote-object.ts'
import {
  type LayerConfig,
  MODEL_CAPS,
  RefusedModel,
  readTopology,
  type Topology,
} from './topology.ts'

/**
 * A copy of the submission's model in this process, for the judge to predict with: hidden inputs and labels
 * then never leave it. The model crosses as topology and weights, is checked as data before anything is
 * built, and gets no optimizer. A model that is refused, or cannot predict for what the spec gives it, ends
 * the check as a wrong answer.
 */
export async function load(model: RemoteObject<tf.LayersModel>): Promise<tf.LayersModel> {
  const text = await topologyOf(model)
  try {
    const { weights, byLayer } = await weightsOf(model, readTopology(text))
    const operations = MODEL_CAPS.operations + operationsOfBackbone()
    return withBlame(await buildModel(text, weights, { byLayer, operations }))
  } catch (error) {
    if (!(error instanceof RefusedModel)) throw error
    return refuse(`a model that is refused: ${error.message}`)
  }
}

/**
 * Number of weights of the submission's model, by arithmetic on its topology: nothing is built, so that it may be
 * one that is too large to predict with. Biases and the running averages of batch normalisation count.
 */
export async function countParameters(model: RemoteObject<tf.LayersModel>): Promise<number> {
  try {
    return countWeights(readTopology(await topologyOf(model)), Number.POSITIVE_INFINITY)
  } catch (error) {
    if (!(error instanceof RefusedModel)) throw error
    return refuse(`a model that is refused: ${error.message}`)
  }
}

/** Weights as they came, and whether they are in the order of the layers or of `LayersModel.getWeights`. */
interface Sent {
  readonly weights: unknown
  readonly byLayer: boolean
}

/**
 * Layer by layer where some weights do not learn: a model gives those last, and `model.trainable = false`, which
 * freezes weights and no layers, shows nowhere in its topology.
 */
async function weightsOf(model: RemoteObject<tf.LayersModel>, topology: Topology): Promise<Sent> {
  const weights: unknown = await model.call('getWeights')
  const learning: unknown = await model.get('trainableWeights')
  const all = Array.isArray(weights) ? weights.length : 0
  if (!Array.isArray(learning) || learning.length === all) return { weights, byLayer: false }
  return { weights: await weightsByLayer(model, topology), byLayer: true }
}

/** Also of the models inside a model. */
async function weightsByLayer(
  model: RemoteObject<tf.LayersModel>,
  { layers }: Topology,
): Promise<unknown[]> {
  const remote: unknown = await model.get('layers')
  if (!Array.isArray(remote)) return []
  const each: unknown[] = []
  for (const [i, layer] of remote.entries()) {
    const inner = layers[i]?.model ?? null
    if (!isRemote(layer)) continue
    each.push(await (inner === null ? layer.call('getWeights') : weightsByLayer(layer, inner)))
  }
  return each.flat()
}

/** Whatever it is: an answer that does not fit is refused later. */
function isRemote(subject: unknown): subject is RemoteObject<tf.LayersModel> {
  return subject instanceof RemoteObject
}

/** Inputs of another shape than the model takes, or too little memory for it, are no defect of the spec. */
function withBlame(model: tf.LayersModel): tf.LayersModel {
  const predict = model.predict.bind(model)
  const apply = model.apply.bind(model)
  model.predict = (inputs, args) => blaming(() => predict(inputs, args))
  model.apply = (inputs, args) => blaming(() => apply(inputs, args))
  return model
}

function blaming<R>(work: () => R): R {
  try {
    return work()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refuse(`a model that cannot predict: ${reason.slice(0, 200)}`)
  }
}

async function topologyOf(model: RemoteObject<tf.LayersModel>): Promise<string> {
  // Types promise a model; a submission that forgot to return it gives undefined.
  if (!(model instanceof RemoteObject)) return refuse(model === null ? 'null' : typeof model)
  const text: unknown = await model.call('toJSON')
  return typeof text === 'string' ? text : refuse('a model whose topology is no text')
}

function refuse(got: string): never {
  return raise(new MismatchError({ kind: 'structure', got, want: 'model' }))
}

interface Building {
  /** The weights are in the order of the layers, not in that of `LayersModel.getWeights`. */
  readonly byLayer: boolean
  /** Most that one prediction may take. */
  readonly operations: number
}

/** Builds a model from untrusted data. Throws `RefusedModel`. */
export async function buildModel(
  text: string,
  weights: unknown,
  { byLayer, operations }: Building = { byLayer: false, operations: MODEL_CAPS.operations },
): Promise<tf.LayersModel> {
  const topology = readTopology(text)
  const expected = countWeights(topology, operations)
  const tensors = Array.isArray(weights) ? weights.filter((each) => each instanceof tf.Tensor) : []
  const given = tensors.reduce((sum, tensor) => sum + tensor.size, 0)
  if (given !== expected) {
    throw new RefusedModel(`its topology has ${expected} weights, but ${given} came with it`)
  }
  let model: tf.LayersModel
  try {
    model = await tf.models.modelFromJSON(written(topology))
    if (byLayer) setByLayer(model, tensors)
    else model.setWeights(tensors)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new RefusedModel(reason.slice(0, 200))
  }
  return model
}

/** As `weightsByLayer` gives them. */
function setByLayer(model: tf.LayersModel, tensors: readonly tf.Tensor[]): void {
  let done = 0
  for (const layer of innermost(model)) {
    const own = tensors.slice(done, done + layer.weights.length)
    layer.setWeights(own)
    done += own.length
  }
}

function innermost(model: tf.LayersModel): tf.layers.Layer[] {
  return model.layers.flatMap((layer) =>
    layer instanceof tf.LayersModel ? innermost(layer) : [layer],
  )
}

/** The cleaned topology in the form that tfjs reads. */
function written(topology: Topology): tf.io.ModelJSON['modelTopology'] {
  const { className, layers, inputLayers, outputLayers } = topology
  const ends =
    className === 'Sequential' ? {} : { input_layers: inputLayers, output_layers: outputLayers }
  const config = { name: 'submission', layers: layers.map(writtenLayer), ...ends }
  return { class_name: className, config }
}

function writtenLayer({ className, config, name, inboundNodes, model }: LayerConfig): object {
  const layer = model === null ? { class_name: className, config } : written(model)
  return name === null ? layer : { ...layer, name, inbound_nodes: inboundNodes }
}
