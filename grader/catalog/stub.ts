import type { Issue } from '../model/issue.ts'
import { issueAt, positionAt } from '../reading/source.ts'
import { enclosingFunctions, type NamedFunction } from './functions.ts'
import { type ModuleFile, parseModule } from './module-file.ts'

export interface Stub {
  /** What students get; null when nothing of the file is left for them. */
  readonly text: string | null
  readonly issues: readonly Issue[]
}

interface Region {
  /** Offsets of the two marker comments. */
  readonly start: number
  readonly end: number
  /** 0-based lines of the two markers. */
  readonly firstLine: number
  readonly lastLine: number
  /** What follows `// solution:`, or empty. */
  readonly advice: string
  /** The function that the region is in; null at the top level or in a class body. */
  readonly owner: NamedFunction | null
}

const START = /^ solution(?:: *(?<advice>.*))?$/
const END = /^ end solution$/
const NEARLY = /^\s*(?:end[\s-]*)?solution\b/i
const LINE_WIDTH = 100

/**
 * A solution as students get it: what stands between `// solution` and `// end solution` becomes a
 * `throw` of a TODO inside a function, and nothing outside of one. Everything else stays as it is.
 */
export async function makeStub(module: ModuleFile): Promise<Stub> {
  if (module.issues.length > 0) return { text: null, issues: module.issues }
  const { regions, issues } = findRegions(module)
  if (issues.length > 0) return { text: null, issues }
  if (regions.length === 0) return { text: module.source.text, issues: [] }
  const text = rewrite(module.source.text, regions)
  const stub = await parseModule({ file: module.source.file, text })
  if (stub.issues.length > 0) {
    const what = 'leaves code that is not valid TypeScript when its solution is taken out.'
    const next = 'Let each "// solution" and "// end solution" enclose whole statements.'
    return { text: null, issues: [issueAt(module.source, regions[0]?.start ?? 0, what, next)] }
  }
  return { text: stub.program().body.length === 0 ? null : text, issues: [] }
}

/** Offsets of the marked regions that lie in functions, to see what of a file is taken out. */
export function removedRanges(module: ModuleFile): { start: number; end: number }[] {
  return findRegions(module).regions.filter(({ owner }) => owner !== null)
}

function findRegions(module: ModuleFile): { regions: Region[]; issues: Issue[] } {
  const { source } = module
  const regions: Region[] = []
  const issues: Issue[] = []
  const report = (at: number, what: string, next: string) => {
    issues.push(issueAt(source, at, what, next))
  }
  const ownerOf = enclosingFunctions(module.program())
  let open: { start: number; advice: string } | null = null
  for (const { type, value, start } of module.comments()) {
    const opening = type === 'Line' ? START.exec(value) : null
    const closing = type === 'Line' && END.test(value)
    if (opening === null && !closing) {
      if (NEARLY.test(value) && type === 'Line') report(start, ...NEARLY_WORDS)
      continue
    }
    if (!isAloneOnItsLine(source.text, start)) report(start, ...ALONE_WORDS)
    if (opening !== null) {
      if (open !== null) report(start, ...nestedWords(source.text, open.start))
      else open = { start, advice: opening.groups?.['advice']?.trim() ?? '' }
      continue
    }
    if (open === null) {
      report(start, ...UNOPENED_WORDS)
      continue
    }
    const owner = ownerOf(open.start)
    if (owner?.start !== ownerOf(start)?.start) report(open.start, ...CROSSING_WORDS)
    const [firstLine, lastLine] = [lineOf(source.text, open.start), lineOf(source.text, start)]
    regions.push({ ...open, end: start, firstLine, lastLine, owner })
    open = null
  }
  if (open !== null) report(open.start, ...UNCLOSED_WORDS)
  return { regions, issues }
}

const NEARLY_WORDS = [
  'is nearly a solution marker.',
  'Write "// solution", "// solution: advice" or "// end solution", or reword the comment.',
] as const
const ALONE_WORDS = [
  'has a solution marker behind code.',
  'Give the marker a line of its own.',
] as const
const UNOPENED_WORDS = [
  'ends a solution that has not begun.',
  'Write "// solution" above it, or remove it.',
] as const
const UNCLOSED_WORDS = ['begins a solution that never ends.', 'Write "// end solution".'] as const
const CROSSING_WORDS = [
  'begins a solution in one function that ends in another.',
  'Mark each function by itself.',
] as const

function nestedWords(text: string, open: number): readonly [string, string] {
  const { line } = positionAt(text, open)
  return [`begins a solution inside the one of line ${line}.`, 'Write "// end solution" first.']
}

function isAloneOnItsLine(text: string, start: number): boolean {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === ''
}

function lineOf(text: string, offset: number): number {
  return positionAt(text, offset).line - 1
}

function rewrite(text: string, regions: readonly Region[]): string {
  const kept: string[] = []
  const lines = text.split('\n')
  let next = 0
  for (const { firstLine, lastLine, owner, advice } of regions) {
    kept.push(...lines.slice(next, firstLine))
    next = lastLine + 1
    if (owner !== null) {
      const indent = /^\s*/.exec(lines[firstLine] ?? '')?.[0] ?? ''
      kept.push(...todo(indent, owner.name, advice))
      continue
    }
    // the blank line above what was removed is enough
    if ((kept.at(-1) ?? '').trim() === '') {
      while (next < lines.length && lines[next]?.trim() === '') next += 1
    }
  }
  return `${[...kept, ...lines.slice(next)].join('\n').trimEnd()}\n`
}

/** The lines of a throw, laid out and quoted as the formatter would. */
function todo(indent: string, name: string, advice: string): string[] {
  const message = advice === '' ? `TODO ${name}` : `TODO ${name}: ${advice}`
  const quote = message.includes("'") && !message.includes('"') ? '"' : "'"
  const escaped = message.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
  const literal = `${quote}${escaped}${quote}`
  const line = `${indent}throw new Error(${literal})`
  if (line.length <= LINE_WIDTH) return [line]
  return [`${indent}throw new Error(`, `${indent}  ${literal},`, `${indent})`]
}
