import { join } from 'node:path'
import { readModelFiles } from '../backbones/model-files.ts'
import { isNetworkFolder, readDataFolder } from '../data/folder.ts'
import { changesOf, type Manifest, readManifest } from '../data/manifest.ts'
import { refuse } from '../data/refuse.ts'
import type { Skipped } from '../images/problem.ts'
import { formatIssue, type Issue } from '../model/issue.ts'
import { cacheFolder } from '../run/sandbox/index.ts'
import { notAFolder, placeOf, refuseBuiltIn } from './data-place.ts'
import { skippedText } from './dataset.ts'
import { type PartProgress, partProgress } from './progress.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

export interface DataVerifyOptions {
  readonly name: string
  readonly json?: true | undefined
}

/** What is found in a folder of data: for programs too. */
interface Verified {
  readonly name: string
  readonly folder: string
  /** False where there is no SHA-256 to compare. */
  readonly fetched: boolean
  /** Files that are not as they were fetched; then nothing was read. */
  readonly changes: readonly Issue[]
  /** Null of a network. */
  readonly pictures: Pictures | null
  readonly skipped: readonly Skipped[]
}

interface Pictures {
  readonly count: number
  readonly height: number
  readonly width: number
  readonly classes: number
}

/** `gradus data verify`: whether a data set is as it was fetched, and can be read. Status 1 when not. */
export async function dataVerifyCommand(
  { name, json }: DataVerifyOptions,
  world: World,
  cache = cacheFolder(),
): Promise<ExitStatus> {
  refuseBuiltIn(name)
  if (!/^\w[\w.-]*$/.test(name)) {
    refuse(name === '' ? '""' : name, 'is no name of a data set.', 'There are: gradus data list.')
  }
  const place = placeOf(name, world.env['GRADUS_DATA'], cache)
  if (place === null) {
    const wrong = notAFolder(world)?.what
    const next = `Fetch it: gradus data fetch ${name}. There are: gradus data list.`
    return refuse(name, 'is not here.', wrong === undefined ? next : `${wrong} ${next}`)
  }
  const { folder } = place
  const bar = partProgress(world.stderr)
  const verified = await verify(name, folder, bar).finally(() => bar.end())
  if (json === true) world.stdout.write(`${JSON.stringify(verified, null, 2)}\n`)
  else world.stdout.write(verifiedText(verified))
  return verified.changes.length > 0 ? EXIT.below : EXIT.done
}

async function verify(name: string, folder: string, bar: PartProgress): Promise<Verified> {
  const manifest = readManifest(folder)
  const changes = manifest === null ? [] : await compared(folder, manifest, bar)
  const found = { name, folder, fetched: manifest !== null, changes, pictures: null, skipped: [] }
  if (changes.length > 0) return found
  if (isNetworkFolder(folder)) {
    readModelFiles(join(folder, 'model.json'))
    return found
  }
  const skipped: Skipped[] = []
  const { labels, height, width } = await readDataFolder(folder, {
    onSkip: (one) => skipped.push(one),
    onProgress: (part) => bar.show(part, 'reading pictures'),
  })
  const pictures = { count: labels.length, height, width, classes: new Set(labels).size }
  return { ...found, pictures, skipped }
}

function compared(folder: string, manifest: Manifest, bar: PartProgress): Promise<Issue[]> {
  const count = Object.keys(manifest.files).length
  let done = 0
  return changesOf(folder, manifest, () => {
    done += 1
    bar.show(done / count, 'comparing SHA-256')
  })
}

function verifiedText({ folder, fetched, changes, pictures, skipped }: Verified): string {
  if (changes.length > 0) return changes.map((issue) => `${formatIssue(issue)}\n`).join('')
  const hashes = fetched
    ? 'is as it was fetched'
    : 'was not fetched, so there is no SHA-256 to compare'
  const { count = 0, height = 0, width = 0, classes = 0 } = pictures ?? {}
  const what =
    pictures === null
      ? 'A network of TensorFlow.js.'
      : `${count} pictures of ${height} x ${width} in ${classes} classes.`
  return `${folder} ${hashes}.\n${what}\n${skipped.length > 0 ? skippedText(skipped) : ''}`
}
