import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Dataset } from '../model/dataset.ts'
import { InputError } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import { readDigits } from './digits.ts'
import { readIdxFolder } from './idx.ts'
import { pack, writeWhole } from './pack.ts'

/** The data set that comes with Gradus. */
const BUILT_IN = 'digits'

export interface DataOptions {
  /** As `--data` names it; undefined: the lab's first. */
  readonly asked?: string | undefined
  /** Of the environment: the folder with other data sets. */
  readonly folder: string | undefined
  /** Where the packed files are kept between runs. */
  readonly cache: string
}

/**
 * The data set that a lab is to be run on; null for a lab that trains on none. Throws InputError for one that
 * the lab has no marks for, or whose files are missing or damaged.
 */
export function openDataset(lab: Lab, { asked, folder, cache }: DataOptions): Dataset | null {
  const [usual] = lab.data
  const name = asked ?? usual
  if (name === undefined) return null
  refuseUnmarked(lab, name)
  const place = join(cache, 'data')
  if (name === BUILT_IN) return openDigits(place)
  if (folder === undefined || folder === '') {
    refuse(`the data set "${name}" is not part of Gradus, and GRADUS_DATA is not set.`, [
      `Set GRADUS_DATA to a folder that holds a folder ${name} with its IDX files.`,
    ])
  }
  const files = join(folder, name)
  if (!existsSync(files)) {
    refuse(`there is no folder "${name}" in GRADUS_DATA (${folder}).`, [
      `Make it, with files like train-images-idx3-ubyte.gz in it.`,
    ])
  }
  return pack(name, readIdxFolder(files), place)
}

/** Packed once: what came of it is remembered beside it, for the package's version. */
function openDigits(place: string): Dataset {
  const require = createRequire(import.meta.url)
  const manifest: unknown = JSON.parse(readFileSync(require.resolve('mnist/package.json'), 'utf8'))
  const version = String(Reflect.get(Object(manifest), 'version'))
  const note = join(place, `digits-of-mnist-${version}.json`)
  if (existsSync(note)) {
    const known: unknown = JSON.parse(readFileSync(note, 'utf8'))
    if (isDataset(known) && existsSync(known.file)) return known
  }
  const packed = pack(BUILT_IN, readDigits(), place)
  writeWhole(note, JSON.stringify(packed))
  return packed
}

function isDataset(value: unknown): value is Dataset {
  return typeof value === 'object' && value !== null && 'sha256' in value && 'file' in value
}

function refuseUnmarked(lab: Lab, name: string): void {
  if (!lab.data.includes(name)) {
    const known = lab.data.length === 0 ? 'it trains on none' : `it has ${lab.data.join(', ')}`
    refuse(`lab "${lab.id}" cannot be graded on the data set "${name}": ${known}.`, [
      `Add ${name} to data in labs/${lab.id}/lab.yaml, with marks-on for each threshold.`,
    ])
  }
  if (name === lab.data[0]) return
  const checks = lab.tasks.flatMap((task) => task.checks.map((check) => ({ task, check })))
  const unmarked = checks.filter(
    ({ check: { threshold } }) => threshold !== null && threshold.marksOn[name] === undefined,
  )
  if (unmarked.length === 0) return
  refuse(
    `these thresholds have no marks on the data set "${name}": ${unmarked
      .map(({ task, check }) => `${task.id}/${check.id}`)
      .join(', ')}.`,
    [`Add marks-on: { ${name}: { none: ..., full: ... } } to each, and run \`gradus calibrate\`.`],
  )
}

function refuse(what: string, [next = '']: readonly string[]): never {
  throw new InputError([{ file: '--data', line: null, column: null, what, next }])
}
