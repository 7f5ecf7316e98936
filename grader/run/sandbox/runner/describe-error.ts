import { pathToFileURL } from 'node:url'
import type { Value } from '../../../model/value.ts'
import { ImportRefused, importPlace } from './resolve.ts'
import { type Place, SourceBroken } from './source.ts'

const MESSAGE_LENGTH = 2000

/**
 * What was thrown, as a record: `message`, and `file`, `line` and `column` where a place is known. Never
 * throws, whatever getters the object has.
 */
export function describeError(error: unknown, submission: string): Value {
  const entries: [string, Value][] = [['message', { type: 'string', value: messageOf(error) }]]
  const place = placeOf(error, submission)
  if (place !== null) {
    entries.push(
      ['file', { type: 'string', value: place.file }],
      ['line', { type: 'number', value: place.line }],
      ['column', { type: 'number', value: place.column }],
    )
  }
  return { type: 'record', entries }
}

function messageOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error)
      .slice(0, MESSAGE_LENGTH)
      .toWellFormed()
  } catch {
    return 'an object that cannot be shown was thrown'
  }
}

function placeOf(error: unknown, submission: string): Place | null {
  try {
    if (error instanceof ImportRefused || error instanceof SourceBroken) return error.place
    if (!(error instanceof Error)) return null
    const stack = String(error.stack)
    return innermost(stack, submission) ?? linkPlace(stack, error.message, submission)
  } catch {
    return null
  }
}

/** The first stack frame in the submission; Node has mapped it to the student's own source already. */
function innermost(stack: string, submission: string): Place | null {
  for (const line of stack.split('\n', 200)) {
    const [, path, row, column] = /(?:\(|at |file:\/\/)(\/[^()]*):(\d+):(\d+)\)?$/.exec(line) ?? []
    if (path?.startsWith(`${submission}/`)) {
      const file = decodeURI(path.slice(submission.length + 1))
      return { file, line: Number(row), column: Number(column) }
    }
  }
  return null
}

/** The import that asks a file for what it does not export: Node names the importer before the message. */
function linkPlace(stack: string, message: string, submission: string): Place | null {
  const base = pathToFileURL(`${submission}/`).href
  const [, path] = /^(?:file:\/\/)?(\/.*):\d+$/.exec(stack.split('\n', 1)[0] ?? '') ?? []
  const [, specifier] = /^The requested module '(.*)' does not/.exec(message) ?? []
  if (path === undefined || specifier === undefined) return null
  const importer = pathToFileURL(path).href
  return importer.startsWith(base) ? importPlace(specifier, importer, base) : null
}
