import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lab } from '../model/lab.ts'
import type { Location } from '../model/value.ts'

/**
 * A line that declares a name. Lines are matched and not parsed: a native parser overflows its stack on
 * nested brackets, which would end this process, and with it the grading of a whole class.
 */
const DECLARATION =
  /^\s*(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function\b\s*\*?|const\b|let\b|var\b|class\b)\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)/u

/** No hand writes longer ones, and matching stays quick. */
const LINE_LENGTH = 300

/**
 * Where a submission declares each task's main export, by task: so that a wrong answer can point to a line.
 * What is written in another form than a declaration at the start of a line is not found.
 */
export async function declarations(lab: Lab, dir: string): Promise<Record<string, Location>> {
  const found = await Promise.all(
    lab.tasks.map(async ({ id, file, exports: [name] }) => {
      const text = await readFile(join(dir, file), 'utf8').catch(() => null)
      const place = text === null || name === undefined ? null : declaration(text, name)
      return place === null ? [] : [[id, { file, ...place }] as const]
    }),
  )
  return Object.fromEntries(found.flat())
}

/** 1-based line and column of the name where it is declared first; null when it is not. */
export function declaration(
  text: string,
  name: string,
): { readonly line: number; readonly column: number } | null {
  for (const [index, line] of text.split('\n').entries()) {
    if (line.length > LINE_LENGTH) continue
    const match = DECLARATION.exec(line)
    if (match?.[1] === name) return { line: index + 1, column: match[0].length - name.length + 1 }
  }
  return null
}
