import { readFileSync } from 'node:fs'
import type { Issue } from '../model/issue.ts'
import { issueAt, type Source, shown } from '../reading/source.ts'

type ParseResult = ReturnType<typeof import('rolldown/utils').parseSync>
export type Program = ParseResult['program']
export type Statement = Program['body'][number]

/** A TypeScript file, parsed and never run. */
export interface ModuleFile {
  readonly source: Source
  /** Names of exported values (not types) with the offset of each export. */
  readonly exports: ReadonlyMap<string, number>
  /** What is imported, types alone left out, with the offset of each name. */
  readonly imports: ReadonlyMap<string, number>
  /** True when names come from elsewhere: `export * from './x.ts'`. */
  readonly reexportsAll: boolean
  program(): Program
  comments(): ParseResult['comments']
  /** Syntax errors. */
  readonly issues: readonly Issue[]
}

/** Reads and parses a TypeScript file; null when there is no such file. */
export async function readModule(path: string): Promise<ModuleFile | null> {
  const text = readText(path)
  return text === null ? null : parseModule({ file: shown(path), text })
}

/** At once, because a lab has some fifty small files and a round trip for each takes twice as long. */
function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

export async function parseModule(source: Source): Promise<ModuleFile> {
  const { parseSync } = await import('rolldown/utils')
  const parsed = parseSync(source.file, source.text, { lang: 'ts', sourceType: 'module' })
  const entries = parsed.module.staticExports.flatMap(({ entries }) => entries)
  const imports = parsed.module.staticImports.filter(
    ({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType),
  )
  const values = entries.filter(({ isType, exportName }) => !isType && exportName.name !== null)
  return {
    source,
    exports: new Map(values.map(({ exportName, start }) => [exportName.name ?? '', start])),
    imports: new Map(imports.map(({ moduleRequest: { value, start } }) => [value, start])),
    reexportsAll: entries.some(
      ({ isType, exportName, moduleRequest }) =>
        !isType && exportName.name === null && moduleRequest !== null,
    ),
    program: () => parsed.program,
    comments: () => parsed.comments,
    issues: parsed.errors.map(({ message, labels }) => {
      const what = `is not valid TypeScript: ${message.replace(/\.?$/, '.')}`
      return issueAt(source, labels[0]?.start ?? 0, what, 'Mend the syntax.')
    }),
  }
}
