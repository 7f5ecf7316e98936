import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { refuse } from '../data/refuse.ts'
import type { Backbone } from '../model/backbone.ts'

/** What the files of a network say of it. */
export interface ModelFiles extends Pick<Backbone, 'format' | 'model' | 'shards' | 'sha256'> {
  /** [height, width, channels] of what it reads; null where the files do not say. */
  readonly input: readonly [number, number, number] | null
}

const GET_AGAIN = 'Get the network again.'

/**
 * Reads a network of TensorFlow.js: `model.json` and the shards that it names, in their order. Their bytes one
 * after the other give its SHA-256, so that `cat model.json SHARD... | sha256sum` gives it too.
 * @param model path of `model.json`. @throws InputError for what is missing or is no network
 */
export function readModelFiles(model: string): ModelFiles {
  if (!existsSync(model))
    refuse(model, 'is not there.', 'It is the file that tfjs calls model.json.')
  const bytes = readFileSync(model)
  const manifest = parsed(model, bytes)
  const { format, paths } = partsOf(model, manifest)
  const shards = paths.map((path) => shardPath(model, path))
  const hash = createHash('sha256').update(bytes)
  for (const shard of shards) hash.update(readFileSync(shard))
  return { format, model, shards, sha256: hash.digest('hex'), input: inputOf(manifest, format) }
}

/** The paths of the shards that a `model.json` names, relative to it. @throws InputError where it is none */
export function readShards(model: string): string[] {
  const { paths } = partsOf(model, parsed(model, readFileSync(model)))
  for (const path of paths) refuseOutside(model, path)
  return paths
}

function partsOf(model: string, manifest: unknown) {
  const format = formatOf(manifest)
  const paths = shardsOf(manifest)
  if (format !== null && paths !== null) return { format, paths }
  const what = 'is no model of TensorFlow.js: it has no modelTopology with a weightsManifest.'
  return refuse(
    model,
    what,
    'Name the model.json that model.save() or tensorflowjs_converter wrote.',
  )
}

function parsed(model: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return refuse(model, 'is no JSON.', 'Name the model.json of a model of TensorFlow.js.')
  }
}

/** A shard lies beside its model, whatever the model says. */
function shardPath(model: string, path: string): string {
  const file = join(dirname(model), path)
  refuseOutside(model, path)
  if (!existsSync(file)) return refuse(file, `is not there, and ${model} needs it.`, GET_AGAIN)
  return file
}

function refuseOutside(model: string, path: string): void {
  if (!path.startsWith('/') && !path.split(/[/\\]/).includes('..')) return
  refuse(model, `names weights outside its folder: ${path}.`, GET_AGAIN)
}

/** The shards that a parsed `model.json` names, in order; null for what is none. */
function shardsOf(manifest: unknown): string[] | null {
  const groups = field(manifest, 'weightsManifest')
  if (!Array.isArray(groups)) return null
  const paths = groups.flatMap((group): unknown[] => {
    const list = field(group, 'paths')
    return Array.isArray(list) ? list : [null]
  })
  const names = paths.filter((path) => typeof path === 'string')
  return names.length === paths.length && names.length > 0 ? names : null
}

function formatOf(manifest: unknown): Backbone['format'] | null {
  const topology = field(manifest, 'modelTopology')
  if (Array.isArray(field(topology, 'node'))) return 'graph'
  const root = field(topology, 'model_config') ?? topology
  return field(root, 'config') === undefined ? null : 'layers'
}

function inputOf(manifest: unknown, format: Backbone['format']): ModelFiles['input'] {
  const topology = field(manifest, 'modelTopology')
  const sizes = format === 'graph' ? graphInput(topology) : layersInput(topology)
  const [height, width, channels] = sizes ?? []
  const whole = [height, width, channels].every((size) => Number.isSafeInteger(size))
  if (!whole || height === undefined || width === undefined || channels === undefined) return null
  return [height, width, channels]
}

/** Of the first layer that declares one. */
function layersInput(topology: unknown): number[] | null {
  const config = field(field(topology, 'model_config') ?? topology, 'config')
  const layers = Array.isArray(config) ? config : field(config, 'layers')
  if (!Array.isArray(layers)) return null
  const shapes = layers.map((layer: unknown) => field(field(layer, 'config'), 'batch_input_shape'))
  const shape = shapes.find((each) => Array.isArray(each))
  return shape === undefined ? null : shape.slice(1).map(Number)
}

/** Of the placeholder, which every graph has for its input. */
function graphInput(topology: unknown): number[] | null {
  const nodes = field(topology, 'node')
  if (!Array.isArray(nodes)) return null
  const placeholder: unknown = nodes.find((node) => field(node, 'op') === 'Placeholder')
  const sizes = field(field(field(field(placeholder, 'attr'), 'shape'), 'shape'), 'dim')
  return Array.isArray(sizes) ? sizes.slice(1).map((size) => Number(field(size, 'size'))) : null
}

/** An own property of parsed JSON. */
function field(subject: unknown, name: string): unknown {
  return typeof subject === 'object' && subject !== null && Object.hasOwn(subject, name)
    ? Reflect.get(subject, name)
    : undefined
}
