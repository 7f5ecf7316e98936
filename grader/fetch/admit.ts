import type { Issue } from '../model/issue.ts'
import { issue } from './problem.ts'
import type { Entry } from './tree.ts'

/** Bounds on what is copied; bytes, counts and characters. A lab needs a hundredth of them. */
export const CAPS = {
  fileBytes: 2_000_000,
  totalBytes: 16_000_000,
  files: 256,
  depth: 8,
  pathLength: 200,
  /** Names looked at in one submission, admitted or not. */
  names: 5_000,
} as const

const EXTENSIONS = new Set(['ts', 'mts', 'js', 'mjs', 'json', 'csv', 'txt'])

/** Files that configure tools: a submission brings code and data, never settings of the grader's tools. */
const CONFIGURATION = [
  /^package(-lock)?\.json$/,
  /^npm-shrinkwrap\.json$/,
  /^(ts|js)config([.-].*)?\.json$/,
  /^vitest\./,
  /\.config\.\w+$/,
  /^(biome|deno|bun|knip|nx|turbo|lerna)\.json$/,
]

/** Whether a folder of this name is looked into. */
export function isOpened(folder: string): boolean {
  return folder !== '' && !folder.startsWith('.') && folder !== 'node_modules'
}

/** Whether a file of this path is copied: code and small data, in folders that are looked into. */
export function isAdmitted(path: string): boolean {
  const folders = path.split('/')
  const name = (folders.pop() ?? '').toLowerCase()
  return (
    folders.every(isOpened) &&
    !name.startsWith('.') &&
    EXTENSIONS.has(name.slice(name.lastIndexOf('.') + 1)) &&
    name.includes('.') &&
    !CONFIGURATION.some((pattern) => pattern.test(name))
  )
}

/** Everything that forbids copying these files, each with its place. Empty when nothing does. */
export function objections(source: string, entries: readonly Entry[]): Issue[] {
  const about = (path: string, what: string, next: string) => issue(`${source}/${path}`, what, next)
  return [
    ...entries.flatMap((entry) => rules.flatMap((rule) => rule(entry, about))),
    ...collisions(entries, about),
    ...totals(source, entries),
  ]
}

type About = (path: string, what: string, next: string) => Issue
type Rule = (entry: Entry, about: About) => Issue[]

const rules: readonly Rule[] = [oddName, tooLong, tooDeep, tooLarge]

function oddName({ path }: Entry, about: About): Issue[] {
  const next = 'Rename it with letters, digits, hyphens and dots.'
  if (path.includes('\ufffd')) return [about(path, 'has a name that is not UTF-8.', next)]
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(path)) {
    return [about(path, 'has an invisible character in its name.', next)]
  }
  if (/[\\:*?"<>|]/.test(path)) return [about(path, 'has a name that some systems refuse.', next)]
  if (path.split('/').some((name) => name !== name.trim())) {
    return [about(path, 'has a name that begins or ends with a space.', next)]
  }
  return []
}

function tooLong({ path }: Entry, about: About): Issue[] {
  if (path.length <= CAPS.pathLength) return []
  const what = `has a path of ${path.length} characters; ${CAPS.pathLength} are allowed.`
  return [about(`${path.slice(0, 40)}...`, what, 'Give it a shorter name.')]
}

function tooDeep({ path }: Entry, about: About): Issue[] {
  const depth = path.split('/').length
  if (depth <= CAPS.depth) return []
  const what = `lies ${depth} folders deep; ${CAPS.depth} are allowed.`
  return [about(path, what, 'Move it up.')]
}

function tooLarge({ path, size }: Entry, about: About): Issue[] {
  if (size <= CAPS.fileBytes) return []
  const what = `is ${megabytes(size)} MB large; ${megabytes(CAPS.fileBytes)} MB are allowed.`
  return [about(path, what, 'Take it out of the submission, or make it smaller.')]
}

/** Names that are one name on a disk that ignores case or composes accents. */
function collisions(entries: readonly Entry[], about: About): Issue[] {
  const seen = new Map<string, string>()
  return entries.flatMap(({ path }) => {
    const key = path.normalize('NFC').toLowerCase()
    const other = seen.get(key)
    seen.set(key, path)
    if (other === undefined) return []
    const what = `differs from ${other} by case or accents only.`
    return [about(path, what, 'Keep one of the two, or rename it.')]
  })
}

function totals(source: string, entries: readonly Entry[]): Issue[] {
  const bytes = entries.reduce((sum, { size }) => sum + size, 0)
  const next = 'Name the folder that holds the files of the lab only.'
  if (entries.length > CAPS.files) {
    return [issue(source, `has ${entries.length} files; ${CAPS.files} are allowed.`, next)]
  }
  if (bytes > CAPS.totalBytes) {
    const what = `has ${megabytes(bytes)} MB of files; ${megabytes(CAPS.totalBytes)} MB are allowed.`
    return [issue(source, what, next)]
  }
  return []
}

/** Rounded up, so that what is over a bound reads as over it. */
function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e5) / 10
}
