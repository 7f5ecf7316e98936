import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs'
import { hasMethods } from '../model/callable.ts'
import { fromValue, type Handles, toValue } from '../model/convert.ts'
import type { Task } from '../model/lab.ts'
import { fromJson, type JsonValue, toJson } from '../model/value-json.ts'
import { currentFrame, type Frame } from './frame.ts'
import { importModule } from './modules.ts'
import { checkKey } from './settings.ts'

/**
 * The right answer: the solution's, or in public specs the recorded one, so that a student's machine
 * needs no solution.
 */
export async function answerOfReference(name: string, args: readonly unknown[]): Promise<unknown> {
  const frame = currentFrame()
  const isPublic = frame.check.visibility === 'public'
  const { recording } = frame.settings
  if (isPublic && recording.kind === 'play') {
    return fromValue(fromJson(nextRecorded(frame, recording.values)), tf, noHandles)
  }
  const answer = await answerOfSolution(frame, name, args)
  if (isPublic) frame.recorded.push(toJson(await toValue(answer, tf, noHandles)))
  return answer
}

/** What asking the solution needs of a frame. */
export interface WithSolution {
  readonly settings: Pick<Frame['settings'], 'solutionDir'> & {
    readonly lab: { readonly tasks: readonly Pick<Task, 'file' | 'exports'>[] }
  }
}

export async function answerOfSolution(
  { settings }: WithSolution,
  name: string,
  args: readonly unknown[],
): Promise<unknown> {
  const file = settings.lab.tasks.find(({ exports }) => exports.includes(name))?.file
  if (settings.solutionDir === null || file === undefined) {
    throw new Error(`There is no solution here to answer reference.${name}.`)
  }
  const solution = await importModule(join(settings.solutionDir, file))
  return await solution.call(name, args)
}

function nextRecorded(
  frame: Frame,
  values: Readonly<Record<string, readonly JsonValue[]>>,
): JsonValue {
  const key = checkKey(frame.task.id, frame.check.id)
  const recorded = values[key]?.[frame.played]
  if (recorded === undefined) {
    throw new Error(
      `expected.json holds no answer number ${frame.played + 1} for ${key}; run \`gradus sync\`.`,
    )
  }
  frame.played += 1
  return recorded
}

/** References are data: a function has no recording. */
export const noHandles: Handles = {
  toHandle(subject) {
    if (typeof subject === 'function') {
      throw new TypeError('A reference that is a function cannot be compared; call it first.')
    }
    return null
  },
  fromHandle() {
    throw new TypeError('A recording holds no functions.')
  },
}

/** A function or a model where data is due is a mismatch of structure, not an error of the spec. */
export const handlesByKind: Handles = {
  toHandle(subject) {
    if (typeof subject === 'function') return { type: 'handle', kind: 'function', id: 0 }
    if (subject instanceof tf.Tensor || !hasMethods(subject)) return null
    return { type: 'handle', kind: 'object', id: 0 }
  },
  fromHandle: noHandles.fromHandle,
}
