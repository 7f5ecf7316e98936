import { basename } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Location } from '../model/value.ts'
import { thrownAt } from './thrown-at.ts'

/** A module of the submission that does not load: it does not parse, or something that it imports is missing. */
export class LoadError extends Error {
  readonly location: Location | null
  constructor(cause: unknown, dir: string) {
    const text = stripVTControlCharacters(cause instanceof Error ? cause.message : String(cause))
    const parsed = parseError(text)
    super(parsed?.message ?? text)
    this.name = 'LoadError'
    this.location = parsed?.location ?? thrownAt(cause, dir)
  }
}

/**
 * Vite draws a syntax error as a picture of the source; its headline and its place are
 * `[PARSE_ERROR] Expected `,` but found `}`` and `╭─[ src/conv1d.ts:4:1 ]`.
 */
function parseError(text: string): { message: string; location: Location | null } | null {
  const message = /\[PARSE_ERROR\] ?(?:Error: )?([^\n]+)/.exec(text)?.[1]
  if (message === undefined) return null
  const [, path, line, column] = /─\[ ([^\]]+):(\d+):(\d+) \]/.exec(text) ?? []
  const location =
    path === undefined ? null : { file: basename(path), line: Number(line), column: Number(column) }
  return { message: message.trim(), location }
}
