import { readFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import type { GraphSource } from 'gradus/graph'
import type { Backbone } from '../model/backbone.ts'
import { currentFrame } from './frame.ts'
import { featuresOf, headOf } from './frozen-features.ts'
import { countOperations } from './model-size.ts'
import { readTopology } from './topology.ts'

/** The judge's own copy of the lab's pretrained network. */
export interface JudgesBackbone extends Omit<Backbone, 'model' | 'shards'> {
  /** The whole network; `place(network)` hands a copy to the submission. Neither trained nor disposed. */
  readonly network: tf.LayersModel
  /** From images to features [n, d]: the same layers. */
  readonly extractor: tf.LayersModel
  /** The features [n, d] of images, computed once for all submissions: for images that come again. */
  featuresOf(images: tf.Tensor4D): tf.Tensor2D
  /**
   * What a model from `load` predicts for images. Where it is the backbone with untouched weights and a head, the
   * head alone is run, on these features.
   */
  predict(model: tf.LayersModel, images: tf.Tensor4D): tf.Tensor
}

/** Read once for all checks and submissions. */
let current: JudgesBackbone | null = null

/**
 * The pretrained network that lab.yaml names for the data set: trusted, and never a file of a student's. Throws
 * where there is none.
 */
export async function backbone(): Promise<JudgesBackbone> {
  const { backbone: told, lab } = currentFrame().settings
  if (told === null) {
    const example = 'backbones: { digits: digits-0-4 }'
    throw new Error(`${lab.id} has no backbone: name one in lab.yaml, \`${example}\`.`)
  }
  if (current?.sha256 !== told.sha256) current = await opened(told)
  return current
}

/** Multiplications of one prediction with it, where a check has asked for it: a model may hold it. */
export function operationsOfBackbone(): number {
  const { backbone: told } = currentFrame().settings
  if (told === null || current?.sha256 !== told.sha256) return 0
  return countOperations(readTopology(String(current.network.toJSON())))
}

/** Weights that outlive the trainings of a check. */
export function weightsOfBackbone(): ReadonlySet<string> {
  return new Set(current?.network.weights.map(({ name }) => name))
}

/** What a network is made of that the judge runs as a graph; null for one of layers. */
export function graphBehind(network: tf.LayersModel): GraphSource | null {
  return sources.get(network) ?? null
}

const sources = new WeakMap<tf.LayersModel, GraphSource>()

/** What the features are called in a graph that was made a model of layers. */
const GRAPH_FEATURES = 'features'

async function opened(told: Backbone): Promise<JudgesBackbone> {
  const { model, shards, ...rest } = told
  const network = told.format === 'graph' ? await graphOf(told) : await layersOf(told)
  const features = told.format === 'graph' ? GRAPH_FEATURES : told.features
  const outputs = network.getLayer(features).output
  const extractor = tf.model({ inputs: network.inputs, outputs })
  const remembered = (images: tf.Tensor4D) => featuresOf(told.sha256, extractor, images)
  return {
    ...rest,
    features,
    network,
    extractor,
    featuresOf: remembered,
    predict(model, images) {
      const head = headOf(model, features, extractor, images)
      const output = head === null ? model.predict(images) : head.predict(remembered(images))
      if (Array.isArray(output)) throw new TypeError('A model with one output gives one.')
      return output
    },
  }
}

async function layersOf({ model, shards }: Backbone): Promise<tf.LayersModel> {
  return tf.loadLayersModel({ load: async () => artifacts(model, shards) })
}

async function graphOf(told: Backbone): Promise<tf.LayersModel> {
  const { modelTopology, weightSpecs, weightData } = artifacts(told.model, told.shards)
  const source: GraphSource = {
    ...{ key: told.sha256, node: told.features },
    input: [told.height, told.width, told.channels],
    ...{ topology: JSON.stringify(modelTopology), specs: JSON.stringify(weightSpecs) },
    weights: new Uint8Array(weightData),
  }
  // most labs have none, and it is as large as the rest of the kit
  const { graphNetwork } = await import('gradus/graph')
  const network = await graphNetwork(source)
  sources.set(network, source)
  return network
}

/** What was found in the file when it was opened for the lab. */
type ModelFile = Pick<tf.io.ModelJSON, 'modelTopology' | 'weightsManifest'>

/** What TensorFlow.js makes a model of. */
function artifacts(model: string, shards: readonly string[]) {
  const manifest: ModelFile = JSON.parse(readFileSync(model, 'utf8'))
  const bytes = Buffer.concat(shards.map((shard) => readFileSync(shard)))
  return {
    modelTopology: manifest.modelTopology,
    weightSpecs: manifest.weightsManifest.flatMap(({ weights }) => weights),
    weightData: Uint8Array.from(bytes).buffer,
  }
}
