import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs'
import { fromValue, type Handles, toValue } from '../model/convert.ts'
import { seededRandom } from '../model/seeded-random.ts'
import type { Context, Failure, Reply, Request, Transport, Value } from '../model/value.ts'
import { distort } from './distort.ts'
import { LoadError } from './load-error.ts'
import { type CourseModule, importModule } from './modules.ts'
import type { TransportSettings } from './settings.ts'
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
  return {
    async request(request: Request, context: Context): Promise<Reply> {
      const check = `${context.task}/${context.check}`
      if (check !== seededFor) {
        Math.random = seededRandom(context.seed)
        seededFor = check
      }
      try {
        return { ok: true, value: await answer(request, settings, objects) }
      } catch (error) {
        return { ok: false, failure: failureOf(error, settings.dir) }
      }
    },
    restore() {
      Math.random = systemRandom
    },
  }
}

type Objects = Handles & { issue(subject: unknown): Value }

async function answer(
  request: Request,
  settings: ImportSettings,
  objects: Objects,
): Promise<Value> {
  if (request.op === 'hold') return objects.issue(fromValue(request.value, tf, objects))
  const args = request.args.map((arg) => fromValue(arg, tf, objects))
  const result =
    request.op === 'call'
      ? await callExport(settings, request.file, request.name, args)
      : await invoke(objects.fromHandle('function', request.handle), args)
  const value = await toValue(result, tf, objects)
  return settings.distortion === null ? value : distort(value, settings.distortion)
}

async function callExport(
  { dir, override }: ImportSettings,
  file: string,
  name: string,
  args: readonly unknown[],
): Promise<unknown> {
  const replacement = override === null ? null : await importModule(override)
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

async function invoke(subject: unknown, args: readonly unknown[]): Promise<unknown> {
  if (typeof subject !== 'function') throw new TypeError('The handle stands for no function.')
  return await Reflect.apply(subject, undefined, args)
}

class MissingExport extends Error {}

function failureOf(error: unknown, dir: string): Failure {
  const text = error instanceof Error ? error.message : String(error)
  if (text.startsWith('TODO')) return { kind: 'not-started' }
  const message = text.replaceAll(/\s+/g, ' ').slice(0, MESSAGE_LENGTH)
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
  const issue = (subject: unknown, kind: 'function' | 'held') => {
    subjects.push(subject)
    return { type: 'handle', kind, id: subjects.length - 1 } as const
  }
  return {
    issue: (subject) => issue(subject, 'held'),
    toHandle: (subject) => (typeof subject === 'function' ? issue(subject, 'function') : null),
    fromHandle(_kind, id) {
      if (!(id in subjects)) throw new RangeError(`No handle ${id} was issued.`)
      return subjects[id]
    },
  }
}
