import { isAbsolute, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Location } from '../model/value.ts'

/** Place in a V8 stack line: `at f (file:///a/b.ts:3:5)`, `at /a/b.ts:3:5`. */
const FRAME = /(?:\(|at )((?:file:\/\/)?[^()\s][^()]*?):(\d+):(\d+)\)?$/

/**
 * The innermost frame of an error's stack that lies in `dir`, as a place in the submission. vitest and
 * Node already map stacks to the TypeScript source.
 */
export function thrownAt(error: unknown, dir: string): Location | null {
  if (!(error instanceof Error) || error.stack === undefined) return null
  for (const line of error.stack.split('\n')) {
    const [, place, row, column] = FRAME.exec(line.trim()) ?? []
    if (place === undefined) continue
    const path = place.startsWith('file://') ? fileURLToPath(place) : place
    const inside = relative(dir, path)
    if (inside.startsWith('..') || isAbsolute(inside)) continue
    return { file: inside.split(sep).join('/'), line: Number(row), column: Number(column) }
  }
  return null
}
