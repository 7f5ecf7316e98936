import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs'
import { callMethod, callOrConstruct, hasMethods, readProperty } from '../model/callable.ts'
import { fromValue, type Handles, toValue } from '../model/convert.ts'
import { seededRandom } from '../model/seeded-random.ts'
import type {
  Context,
  Failure,
  HandleKind,
  Reply,
  Request,
  Transport,
  Value,
} from '../model/value.ts'
import { distort } from './distort.ts'
import { freshTensors } from './fresh-tensors.ts'
import { LoadError } from './load-error.ts'
import { type CourseModule, importModule } from './modules.ts'
import type { CallNotice, TransportSettings } from './settings.ts'
import { thrownAt } from './thrown-at.ts'

type ImportSettings = Extract<TransportSettings, { kind: 'import' }>

/** Longest message that is kept, in characters: the sandbox keeps as much. */
const MESSAGE_LENGTH = 500

/**
 * A submission in this very process: on a student's own machine, and where the code is trusted (solutions,
 * misconceptions). Values are copied on the way in and out, as the sandbox does, so that a spec cannot
 * tell the two apart. `Math.random` is seeded for the check and stays so until `restore`.
 */
export function importTransport(settings: ImportSettings): Transport & { restore(): void } {
  const systemRandom = Math.random
  const objects = issuedObjects()
  let seededFor = ''
  const notices = settings.notices === null ? null : new BroadcastChannel(settings.notices)
  const notify = (notice: CallNotice) => notices?.postMessage(notice)
  return {
    async request(request: Request, context: Context): Promise<Reply> {
      const check = `${context.task}/${context.check}/${context.seed}`
      if (check !== seededFor) {
        Math.random = seededRandom(context.seed)
        seededFor = check
      }
      notify({ task: context.task, check: context.check, seconds: context.seconds })
      try {
        return { ok: true, value: await answer(request, settings, objects) }
      } catch (error) {
        return { ok: false, failure: failureOf(error, settings.dir) }
      } finally {
        notify(null)
      }
    },
    restore() {
      Math.random = systemRandom
      notices?.close()
    },
  }
}

type Objects = Handles & { issue(subject: unknown): Value }

async function answer(
  request: Request,
  settings: ImportSettings,
  objects: Objects,
): Promise<Value> {
  const values = (list: readonly Value[]) =>
    list.map((value) => fromValue(value, freshTensors, objects))
  if (request.op === 'hold') return objects.issue(fromValue(request.value, freshTensors, objects))
  if (request.op === 'memory') return { type: 'number', value: tf.memory().numTensors }
  if (request.op === 'place-graph') {
    const { graphNetwork, isGraphSource } = await import('gradus/graph')
    const graph = fromValue(request.graph, freshTensors, objects)
    if (!isGraphSource(graph)) throw new TypeError('This is no graph.')
    return toValue(await graphNetwork(graph), tf, objects)
  }
  if (request.op === 'place') {
    const model = await tf.models.modelFromJSON(JSON.parse(request.topology))
    model.setWeights(values(request.weights).filter((weight) => weight instanceof tf.Tensor))
    return toValue(model, tf, objects)
  }
  const result = await resultOf(request, settings, objects, values)
  const value = await toValue(result, tf, objects)
  return settings.distortion === null ? value : distort(value, settings.distortion)
}

async function resultOf(
  request: Exclude<Request, { op: 'hold' | 'place' | 'place-graph' | 'memory' }>,
  settings: ImportSettings,
  objects: Objects,
  values: (list: readonly Value[]) => unknown[],
): Promise<unknown> {
  switch (request.op) {
    case 'call':
      return callExport(settings, request.file, request.name, values(request.args))
    case 'invoke':
      return callOrConstruct(objects.fromHandle('function', request.handle), values(request.args))
    case 'method': {
      const subject = objects.fromHandle('object', request.handle)
      return callMethod(subject, request.name, values(request.args))
    }
    case 'get':
      return readProperty(objects.fromHandle('object', request.handle), request.name)
  }
}

async function callExport(
  { dir, override }: ImportSettings,
  file: string,
  name: string,
  args: readonly unknown[],
): Promise<unknown> {
  const replacement = override === null ? null : await importModule(override)
  if (!replacement?.has(name) && !existsSync(join(dir, file))) {
    throw new MissingFile(`the submission has no file ${file}`)
  }
  const module = replacement?.has(name) ? replacement : await load(dir, file)
  if (!module.has(name)) {
    throw new MissingExport(`${file} exports no function named ${name}`)
  }
  return module.call(name, args)
}

async function load(dir: string, file: string): Promise<CourseModule> {
  try {
    return await importModule(join(dir, file))
  } catch (error) {
    // A stub may well throw its TODO while it is loaded.
    if (error instanceof Error && error.message.startsWith('TODO')) throw error
    throw new LoadError(error, dir)
  }
}

class MissingFile extends Error {}

class MissingExport extends Error {}

function failureOf(error: unknown, dir: string): Failure {
  const text = error instanceof Error ? error.message : String(error)
  if (text.startsWith('TODO')) return { kind: 'not-started' }
  const message = text.replaceAll(/\s+/g, ' ').slice(0, MESSAGE_LENGTH)
  if (error instanceof MissingFile) {
    return { kind: 'crash', cause: 'missing-file', message, location: null }
  }
  if (error instanceof MissingExport) {
    return { kind: 'crash', cause: 'missing', message, location: null }
  }
  if (error instanceof LoadError) {
    return { kind: 'crash', cause: 'load', message, location: error.location }
  }
  return { kind: 'crash', cause: 'threw', message, location: thrownAt(error, dir) }
}

/** The handles of one check: functions that were returned, and objects that were put here. */
function issuedObjects(): Objects {
  const subjects: unknown[] = []
  const issue = (subject: unknown, kind: HandleKind) => {
    subjects.push(subject)
    return { type: 'handle', kind, id: subjects.length - 1 } as const
  }
  return {
    issue: (subject) => issue(subject, 'held'),
    toHandle(subject) {
      if (typeof subject === 'function') return issue(subject, 'function')
      return subject instanceof tf.Tensor || !hasMethods(subject) ? null : issue(subject, 'object')
    },
    fromHandle(_kind, id) {
      if (!(id in subjects)) throw new RangeError(`No handle ${id} was issued.`)
      return subjects[id]
    },
  }
}
