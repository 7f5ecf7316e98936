import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Limits } from '../../model/lab.ts'
import type { Failure, Location, Reply, Value } from '../../model/value.ts'
import type { Workspace } from '../../model/workspace.ts'
import { ProtocolError } from './bytes.ts'
import { decodeValue } from './codec.ts'
import { limitFailure } from './death.ts'
import { type AnswerKind, type Frame, OUTCOMES, ownField } from './frame.ts'
import { plainText } from './plain-text.ts'

/** What running out of memory reads like while the program survives it. */
const OUT_OF_MEMORY =
  /^(Array buffer allocation failed|WebAssembly\.Memory.*grow|.*could not allocate memory|.*vips\w*: out of memory)/i

/**
 * The reply that a frame stands for. Every part of it may be forged. Throws a ProtocolError.
 *
 * @param loading the request was an import, of which a failure is one of loading
 */
export function readAnswer(
  { header, body }: Frame,
  { loading, limits, workspace }: { loading: boolean; limits: Limits; workspace: Workspace },
): Reply {
  const kind = kindOf(ownField(header, 'kind'))
  const value = decodeValue(body)
  if (kind === 'value') return { ok: true, value }
  const fields = fieldsOf(value)
  const text = fields.get('message')
  const message = plainText(text?.type === 'string' ? text.value : '')
  return { ok: false, failure: failure(message) }

  function failure(message: string): Failure {
    if (kind === 'missing') return { kind: 'crash', cause: 'missing', message, location: null }
    if (message.startsWith('TODO')) return { kind: 'not-started' }
    if (OUT_OF_MEMORY.test(message)) return limitFailure('memory', limits)
    const location = locationOf(fields, workspace)
    return { kind: 'crash', cause: loading ? 'load' : 'threw', message, location }
  }
}

function kindOf(kind: unknown): AnswerKind {
  const known = OUTCOMES.find((name) => name === kind)
  if (known === undefined) throw new ProtocolError('a reply of no known kind')
  return known
}

function fieldsOf(value: Value): ReadonlyMap<string, Value> {
  if (value.type !== 'record') throw new ProtocolError('an error that is no record')
  return new Map(value.entries)
}

/**
 * A place, if it is one that the submission has. Line and column may be forged, and a student is shown
 * the line: one that no file has could be any number, a hidden input for instance.
 */
function locationOf(fields: ReadonlyMap<string, Value>, workspace: Workspace): Location | null {
  const file = fields.get('file')
  if (file?.type !== 'string' || !workspace.files.includes(file.value)) return null
  const line = ordinal(fields.get('line'))
  const column = ordinal(fields.get('column'))
  if (line === null || column === null) return null
  const text = readFileSync(join(workspace.dir, file.value), 'utf8').split('\n')[line - 1]
  if (text === undefined || column > text.length + 1) return null
  return { file: file.value, line, column }
}

function ordinal(value: Value | undefined): number | null {
  if (value?.type !== 'number') return null
  return Number.isInteger(value.value) && value.value >= 1 && value.value < 1e7 ? value.value : null
}
