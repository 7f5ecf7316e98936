import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import type { JsonValue } from '../model/value-json.ts'

/**
 * The recorded reference of a lab's public specs; without the file, each use of it says what to do. Throws
 * InputError when it is damaged.
 */
export function recordings(root: string, lab: Lab): Record<string, readonly JsonValue[]> {
  const path = join(root, 'labs', lab.id, 'public', 'expected.json')
  if (!existsSync(path)) return {}
  const file = `labs/${lab.id}/public/expected.json`
  const next = 'It is generated: run `gradus sync` to write it again.'
  const text = readFileSync(path, 'utf8')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new InputError([{ file, ...jsonPlace(text, error), what: 'is not valid JSON.', next }])
  }
  if (isRecordings(json)) return json
  const what = 'does not hold a list of answers for each check.'
  throw new InputError([{ file, line: 1, column: 1, what, next }])
}

function isRecordings(json: unknown): json is Record<string, readonly JsonValue[]> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false
  return Object.values(json).every((answers) => Array.isArray(answers))
}

/** Where JSON.parse stopped: its message tells for some mistakes, and the others are left without a place. */
function jsonPlace(text: string, error: unknown): { line: number | null; column: number | null } {
  const { message } = error instanceof Error ? error : { message: '' }
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? []
  if (line !== undefined) return { line: Number(line), column: Number(column) }
  if (!message.includes('end of JSON input')) return { line: null, column: null }
  const lines = text.split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
