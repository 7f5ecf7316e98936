import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readShards } from '../backbones/model-files.ts'
import { InputError, spelt } from '../model/issue.ts'
import { AGAIN, diskFailure } from './disk-failure.ts'
import { discard, download } from './download.ts'
import { fetchedFolder, isDataFolder } from './folder.ts'
import { KNOWN_SETS, type KnownSet } from './known-sets.ts'
import { alone } from './lock.ts'
import { readManifest, sha256Of, writeManifest } from './manifest.ts'
import { pinsFile, readPins, writePin } from './pins.ts'
import { refuse } from './refuse.ts'
import { isUrl, type Source, sourcesOf } from './sources.ts'
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

/**
 * Gets a data set: downloads what is not there (going on where an earlier try ended), compares its SHA-256, unpacks
 * it beside its place and moves it there when it is complete. Throws InputError, with nothing in place, where
 * something is wrong.
 */
export async function fetchSet(options: FetchSetOptions): Promise<FetchedSet> {
  const { name, cache } = options
  const folder = fetchedFolder(cache, name)
  if (existsSync(folder)) return alreadyThere(folder)
  const sources = sourcesOf(options)
  try {
    mkdirSync(join(cache, 'data'), { recursive: true })
    return await alone(join(cache, 'data', `${name}.lock`), name, async () => {
      return existsSync(folder) ? alreadyThere(folder) : await fetchInto(folder, sources, options)
    })
  } catch (error) {
    const failure = error instanceof InputError ? null : diskFailure(error, cache)
    if (failure === null) throw error
    return refuse(name, failure.what, failure.next)
  }
}

function alreadyThere(folder: string): FetchedSet {
  const files = Object.keys(readManifest(folder)?.files ?? {}).length
  return { folder, fresh: false, pinned: false, files }
}

async function fetchInto(
  folder: string,
  sources: readonly Source[],
  options: FetchSetOptions,
): Promise<FetchedSet> {
  const { name, cache, root } = options
  // one for each data set: what a killed process left goes away
  const aside = join(cache, 'data', 'unpacking', name)
  const draft = join(aside, 'files')
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  try {
    const got = []
    const known = KNOWN_SETS.find((set) => set.name === name)
    for (const source of sources) got.push(await obtain(source, options))
    const [only] = got
    if (known === undefined && only !== undefined) {
      for (const shard of shardsBeside(only, options)) got.push(await obtain(shard, options))
    }
    for (const one of got) await unpackInto(draft, one, known, options)
    if (known === undefined) await liftOnlyFolder(draft)
    const hashed = got.map(({ source, sha256 }) => ({ url: source.from, sha256 }))
    const manifest = await writeManifest(draft, hashed)
    const files = Object.keys(manifest.files).length
    if (!(await isDataFolder(draft))) {
      for (const { file, own } of got) if (own) discard(file)
      refuse(sources[0]?.from ?? name, NO_DATA, OTHER)
    }
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
    for (const { file, own } of got) if (own) discard(file)
    return { folder, fresh: true, pinned: unknown.length > 0, files }
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/** What a `model.json` needs besides itself, from where it came from; nothing for another file. */
function shardsBeside({ source, file }: Obtained, { name, root }: FetchSetOptions): Source[] {
  if (source.name !== 'model.json') return []
  const pins = readPins(root)[name] ?? {}
  return readShards(file).map((shard) => {
    const from = source.from.replace(/model\.json(?=$|[?#])/, shard)
    return { from, name: basename(shard), sha256: pins[basename(shard)] ?? null }
  })
}

const NO_DATA =
  'holds no data set: no IDX files, no CIFAR-10, no folder of pictures for each class, no network.'
const OTHER = 'Name the archive with --from, or give another data set another name.'
const FOLDER =
  'Name an archive; a folder of your own needs no fetching: set GRADUS_DATA to the folder that it lies in.'

/** The file on this disk, downloaded if need be, with the hash that it must have. */
async function obtain(
  source: Source,
  { name, cache, signal, onProgress, root }: FetchSetOptions,
): Promise<Obtained> {
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
    const compared = source.sha256 !== null
    await download({ url: source.from, file, compared, signal, onProgress: report })
  } else if (!existsSync(file)) {
    refuse(file, 'is not there.', 'Write the path of the archive behind --from.')
  } else if (!statSync(file).isFile()) {
    refuse(file, 'is no file.', FOLDER)
  }
  let hashed = 0
  const { size } = statSync(file)
  const sha256 = await sha256Of(file, (count) => {
    hashed += count
    onProgress?.(hashed / size, `comparing the SHA-256 of ${source.name}`)
  })
  if (source.sha256 !== null && sha256 !== source.sha256) {
    if (own) discard(file)
    const known = KNOWN_SETS.some((set) => set.name === name)
    const by = known ? 'as published' : `of ${pinsFile(root)}`
    const next = own
      ? 'Nothing of it was kept. Try again, or name another source: --from URL.'
      : OTHER
    refuse(source.from, `has the SHA-256 ${sha256}, not ${source.sha256} ${by}.`, next)
  }
  return { source, file, sha256, own }
}

interface Obtained {
  readonly source: Source
  readonly file: string
  readonly sha256: string
  /** Downloaded, and not the person's. */
  readonly own: boolean
}

async function unpackInto(
  draft: string,
  { file, source, own }: Obtained,
  known: KnownSet | undefined,
  { onProgress, signal }: FetchSetOptions,
): Promise<void> {
  try {
    const place = known?.place ?? ((path: string) => path.replace(/^(\.\/)+/, ''))
    await unpack(file, source.name, draft, place, (path) => {
      if (signal?.aborted) refuse(source.from, 'was interrupted.', AGAIN)
      onProgress?.(1, `unpacking ${spelt(path)}`)
    })
  } catch (error) {
    if (error instanceof InputError) throw error
    const failure = clashes(error) ? null : diskFailure(error, draft)
    if (failure !== null) refuse(source.from, failure.what, failure.next)
    // or the next try would go on from what is of no use
    if (own) discard(file)
    const why = error instanceof Error ? error.message : String(error)
    refuse(source.from, `cannot be unpacked: ${why}.`, 'Get it again, or elsewhere: --from URL.')
  }
}

/** An archive may have a file and a folder of one name. */
function clashes(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'EISDIR' || code === 'ENOTDIR'
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
