import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lab } from '../model/lab.ts'
import type { Location } from '../model/value.ts'

/**
 * Where a submission declares each task's main export, by task: so that a wrong answer can point to a line.
 * The files are parsed, never run; one that does not parse, or is not there, declares nothing.
 */
export async function declarations(lab: Lab, dir: string): Promise<Record<string, Location>> {
  const found = await Promise.all(
    lab.tasks.map(async ({ id, file, exports: [name] }) => {
      const place = name === undefined ? null : await declaration(join(dir, file), file, name)
      return place === null ? [] : [[id, place] as const]
    }),
  )
  return Object.fromEntries(found.flat())
}

async function declaration(path: string, file: string, name: string): Promise<Location | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  const { parseSync } = await import('rolldown/utils')
  const { module } = parseSync(file, text, { sourceType: 'module' })
  const entries = module.staticExports.flatMap((statement) => statement.entries)
  const entry = entries.find(({ exportName }) => exportName.name === name)
  return entry === undefined
    ? null
    : { file, ...lineAndColumn(text, entry.exportName.start ?? entry.start) }
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
