import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { InputError } from '../model/issue.ts'
import { download } from './download.ts'
import { AGAIN } from './download-failure.ts'
import { fetchedFolder } from './folder.ts'
import { KNOWN_SETS, type KnownSet } from './known-sets.ts'
import { sha256Of, writeManifest } from './manifest.ts'
import { pinsFile, readPins, writePin } from './pins.ts'
import { refuse } from './refuse.ts'
import { liftOnlyFolder, unpack } from './unpack.ts'

export interface FetchSetOptions {
  readonly name: string
  /** In place of the address that is known: URL or path of its archive, or of the folder of its files. */
  readonly from?: string | undefined
  /** What `from` is relative to. */
  readonly cwd: string
  readonly cache: string
  /** The course, whose `data-pins.json` says what is not known otherwise. */
  readonly root: string
  readonly signal?: AbortSignal | undefined
  /** `part` of this step, 0..1. */
  readonly onProgress?: ((part: number, what: string) => void) | undefined
}

export interface FetchedSet {
  readonly folder: string
  /** False when it was there already. */
  readonly fresh: boolean
  /** Whether a hash was seen for the first time and written to `data-pins.json`. */
  readonly pinned: boolean
  readonly files: number
}

/** One file to get: where from, and what it must be. */
interface Source {
  readonly from: string
  readonly name: string
  /** Null: nobody has said yet. */
  readonly sha256: string | null
}

/**
 * Gets a data set: downloads what is not there (going on where an earlier try ended), compares its SHA-256, unpacks
 * it beside its place and moves it there when it is complete. Throws InputError, with nothing in place, where
 * something is wrong.
 */
export async function fetchSet(options: FetchSetOptions): Promise<FetchedSet> {
  const { name, cache, root } = options
  const folder = fetchedFolder(cache, name)
  if (existsSync(folder)) return { folder, fresh: false, pinned: false, files: 0 }
  const sources = sourcesOf(options)
  const draft = join(cache, 'data', `unpacking-${randomUUID()}`)
  mkdirSync(draft, { recursive: true })
  try {
    const got = []
    for (const source of sources) got.push(await obtain(source, options))
    const known = KNOWN_SETS.find((set) => set.name === name)
    for (const { file, source } of got) await unpackInto(draft, file, source, known, options)
    if (known === undefined) await liftOnlyFolder(draft)
    const hashed = got.map(({ source, sha256 }) => ({ url: source.from, sha256 }))
    const manifest = await writeManifest(draft, hashed)
    const files = Object.keys(manifest.files).length
    if (files === 0) refuse(sources[0]?.from ?? name, 'holds no file of this data set.', OTHER)
    const unknown = got.filter(({ source }) => source.sha256 === null)
    if (unknown.length > 0) {
      writePin(
        root,
        name,
        Object.fromEntries(got.map(({ source, sha256 }) => [source.name, sha256])),
      )
    }
    mkdirSync(dirname(folder), { recursive: true })
    renameSync(draft, folder)
    for (const { file, own } of got) if (own) rmSync(file, { force: true })
    return { folder, fresh: true, pinned: unknown.length > 0, files }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

const OTHER = 'Name the archive with --from, or give another data set another name.'

function sourcesOf({ name, from, cwd, root }: FetchSetOptions): readonly Source[] {
  const known: KnownSet | undefined = KNOWN_SETS.find((set) => set.name === name)
  if (known === undefined) {
    if (from === undefined) {
      const names = KNOWN_SETS.map((set) => set.name).join(', ')
      const next = `There are ${names}; for another, say where it is: --from URL.`
      refuse(name, 'is no data set that is known.', next)
    }
    const file = fileName(from)
    return [{ from: located(from, cwd), name: file, sha256: readPins(root)[name]?.[file] ?? null }]
  }
  return known.files.map(({ url, sha256 }, _, { length }) => {
    const file = fileName(url)
    if (from === undefined) return { from: url, name: file, sha256 }
    const place = located(from, cwd)
    // of several files, `from` is the folder
    return {
      from: length === 1 ? place : `${place.replace(/\/$/, '')}/${file}`,
      name: file,
      sha256,
    }
  })
}

function isUrl(from: string): boolean {
  return /^https?:\/\//i.test(from)
}

function located(from: string, cwd: string): string {
  return isUrl(from) ? from : resolve(cwd, from)
}

function fileName(from: string): string {
  return basename(from.replace(/[?#].*$/, '')) || 'data'
}

/** The file on this disk, downloaded if need be, with the hash that it must have. */
async function obtain(source: Source, { name, cache, signal, onProgress, root }: FetchSetOptions) {
  const own = isUrl(source.from)
  const file = own ? join(cache, 'data', 'downloads', `${name}-${source.name}`) : source.from
  if (own) {
    mkdirSync(dirname(file), { recursive: true })
    const report = (done: number, total: number | null) => {
      const size = total === null ? '' : ` of ${megabytes(total)}`
      onProgress?.(
        done / (total ?? Number.POSITIVE_INFINITY),
        `${megabytes(done)}${size} ${source.name}`,
      )
    }
    await download({ url: source.from, file, signal, onProgress: report })
  } else if (!existsSync(file)) {
    refuse(file, 'is not there.', 'Write the path of the archive behind --from.')
  }
  onProgress?.(1, `comparing the SHA-256 of ${source.name}`)
  const sha256 = await sha256Of(file)
  if (source.sha256 !== null && sha256 !== source.sha256) {
    if (own) rmSync(file)
    const known = KNOWN_SETS.some((set) => set.name === name)
    const by = known ? 'as published' : `of ${pinsFile(root)}`
    const next = own
      ? 'Nothing of it was kept. Try again, or name another source: --from URL.'
      : OTHER
    refuse(source.from, `has the SHA-256 ${sha256}, not ${source.sha256} ${by}.`, next)
  }
  return { source, file, sha256, own }
}

async function unpackInto(
  draft: string,
  file: string,
  source: Source,
  known: KnownSet | undefined,
  { onProgress, signal }: FetchSetOptions,
): Promise<void> {
  try {
    const place = known?.place ?? ((path: string) => path.replace(/^(\.\/)+/, ''))
    await unpack(file, source.name, draft, place, (path) => {
      if (signal?.aborted) refuse(source.from, 'was interrupted.', AGAIN)
      onProgress?.(1, `unpacking ${path}`)
    })
  } catch (error) {
    if (error instanceof InputError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      refuse(source.from, 'cannot be unpacked: the disk is full.', `Make room where ${draft} is.`)
    }
    const why = error instanceof Error ? error.message : String(error)
    refuse(source.from, `cannot be unpacked: ${why}.`, 'Get it again, or elsewhere: --from URL.')
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
