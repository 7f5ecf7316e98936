import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Lab } from '../model/lab.ts'

/** Fields of a syntax tree that say where something stands, not what it is. */
const PLACES = new Set(['start', 'end', 'loc', 'range'])

/** What decides the values of one check when a right solution is trained. */
export interface Trained {
  readonly root: string
  readonly lab: Lab
  readonly task: string
  /** Absolute paths of the spec files that hold the task's checks. */
  readonly specs: readonly string[]
  /** Absolute folder of the right solution. */
  readonly dir: string
}

/**
 * SHA-256, in hexadecimal, over the spec and over the files of the solution that it calls, with all that
 * they import: as syntax, so that a comment or a line break makes no calibration stale.
 */
export async function fingerprint({ root, lab, task, specs, dir }: Trained): Promise<string> {
  const spec = await closure(specs)
  const words = [...spec.values()].map(({ text }) => text).join('\n')
  const called = lab.tasks.filter(({ id, exports }) => {
    return id === task || exports.some((name) => mentions(words, name))
  })
  const code = await closure(called.map(({ file }) => join(dir, file)))
  const hash = createHash('sha256')
  const add = (base: string, files: Modules) => {
    for (const [path, { tree }] of files) {
      hash.update(`${relative(base, path)}\0${tree.length}\0${tree}`)
    }
  }
  add(join(root, 'labs', lab.id), spec)
  add(dir, code)
  return hash.digest('hex')
}

/** A name as a whole word, of which `$` may be a part. */
function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${RegExp.escape(name)}(?![\\w$])`).test(text)
}

type Modules = ReadonlyMap<string, { readonly text: string; readonly tree: string }>

/** The files and all that they import by relative paths, by absolute path and sorted. */
async function closure(entries: readonly string[]): Promise<Modules> {
  const { parseSync } = await import('rolldown/utils')
  const found = new Map<string, { text: string; tree: string }>()
  const pending = [...entries]
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (found.has(path) || !existsSync(path)) continue
    const text = readFileSync(path, 'utf8')
    const { program, module } = parseSync(path, text, { lang: 'ts', sourceType: 'module' })
    found.set(path, { text, tree: JSON.stringify(program, withoutPlaces) })
    const from = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries: each }) =>
        each.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
      ),
    ]
    const folder = dirname(path)
    pending.push(...from.filter((name) => name.startsWith('.')).map((name) => join(folder, name)))
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function withoutPlaces(key: string, value: unknown): unknown {
  if (PLACES.has(key)) return undefined
  return typeof value === 'bigint' ? String(value) : value
}
