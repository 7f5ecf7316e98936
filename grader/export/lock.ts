import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** The versions of this repository, which its tests ran with. */
const LOCK = fileURLToPath(new URL('../../package-lock.json', import.meta.url))

interface Entry {
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

type Entries = Readonly<Record<string, Entry>>

/** Entries of our package-lock.json, by place. */
export async function lockedPackages(): Promise<Entries> {
  const lock: unknown = JSON.parse(await readFile(LOCK, 'utf8'))
  if (!isLock(lock)) throw new Error(`${LOCK} has no packages: it is of another version.`)
  return lock.packages
}

function isLock(value: unknown): value is { readonly packages: Entries } {
  return typeof value === 'object' && value !== null && 'packages' in value
}

/** The version of a package that is pinned here. @throws when it is not among them */
export function pinned(packages: Entries, name: string): string {
  const version = packages[`node_modules/${name}`]?.version
  if (version === undefined) throw new Error(`package-lock.json has no ${name}.`)
  return version
}

/**
 * The part of our package-lock.json that these packages need, at its places: what `npm ci` installs then
 * is what was tested here, and no registry is asked while exporting.
 */
export function closure(packages: Entries, names: readonly string[]): Record<string, Entry> {
  const needed = reach(packages, names, false)
  const all = reach(packages, names, true)
  return Object.fromEntries(
    [...all].toSorted().map((place) => {
      const { version, ...entry } = plain(packages[place] ?? {})
      const optional = needed.has(place) ? {} : { optional: true }
      return [place, { ...(version === undefined ? {} : { version }), ...entry, ...optional }]
    }),
  )
}

/** Marks that say what a package is to our own, not to theirs. */
function plain(entry: Entry): Entry {
  const marks = ['dev', 'devOptional', 'optional', 'peer', 'extraneous']
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !marks.includes(key)))
}

/** Places of all that is reached from these names, with or without what is optional. */
function reach(packages: Entries, names: readonly string[], withOptional: boolean): Set<string> {
  const found = new Set<string>()
  const queue = names.map((name) => ({ name, from: '' }))
  for (const { name, from } of queue) {
    const place = resolve(packages, name, from)
    if (place === null || found.has(place)) continue
    found.add(place)
    const wanted = wants(packages[place] ?? {}, withOptional)
    queue.push(...wanted.map((other) => ({ name: other, from: place })))
  }
  return found
}

function wants(entry: Entry, withOptional: boolean): string[] {
  const optional = Object.keys(entry.optionalDependencies ?? {})
  const required = Object.keys(entry.dependencies ?? {}).filter((name) => !optional.includes(name))
  const peers = Object.keys(entry.peerDependencies ?? {}).filter(
    (name) => entry.peerDependenciesMeta?.[name]?.optional !== true,
  )
  return [...required, ...peers, ...(withOptional ? optional : [])]
}

/** Where Node finds a package: in the nearest node_modules upwards. */
function resolve(packages: Entries, name: string, from: string): string | null {
  let folder = from
  for (;;) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (place in packages) return place
    if (folder === '') return null
    const end = folder.lastIndexOf('node_modules/')
    folder = end <= 0 ? '' : folder.slice(0, end - 1)
  }
}
