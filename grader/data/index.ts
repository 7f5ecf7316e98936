import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Skipped } from '../images/problem.ts'
import type { Dataset } from '../model/dataset.ts'
import { InputError } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import { openBuiltIn } from './built-in.ts'
import { fetchedFolder, givenFolders } from './folder.ts'
import { openFolder } from './open-folder.ts'

export interface DataOptions {
  /** As `--data` names it; undefined: the lab's first. */
  readonly asked?: string | undefined
  /** Of the environment: the folder with other data sets. */
  readonly folder: string | undefined
  /** Where the packed files are kept between runs. */
  readonly cache: string
  /** The instructor's: held-out examples are made from it where the data can be drawn anew. Null: none are. */
  readonly secret: string | null
  /** Hears of every picture that cannot be decoded. */
  readonly onSkip?: (skipped: Skipped) => void
  /** `part` of the pictures are read or drawn, 0..1: the first time, that takes up to a minute. */
  readonly onProgress?: ((part: number) => void) | undefined
}

/**
 * The data set that a lab is to be run on; null for a lab that trains on none. Throws InputError for one that
 * the lab has no marks for, or whose files are missing or damaged.
 */
export async function openDataset(lab: Lab, options: DataOptions): Promise<Dataset | null> {
  const [usual] = lab.data
  const name = options.asked ?? usual
  if (name === undefined) return null
  refuseUnmarked(lab, name)
  const place = join(options.cache, 'data')
  const { secret, onProgress } = options
  const builtIn = await openBuiltIn(name, place, secret, onProgress)
  if (builtIn !== null) return builtIn
  const { dataset, skipped } = await openFolder(name, folderOf(name, options), place, onProgress)
  for (const one of skipped) options.onSkip?.(one)
  return dataset
}

/** A folder of GRADUS_DATA, else one that `gradus data fetch` made. */
function folderOf(name: string, { folder, cache }: DataOptions): string {
  const own = folder === undefined || folder === '' ? [] : givenFolders(folder, name)
  const found = [...own, fetchedFolder(cache, name)].find((place) => existsSync(place))
  if (found !== undefined) return found
  const fetch = `Run \`gradus data fetch ${name}\``
  if (own.length === 0) {
    refuse(`the data set "${name}" is not part of Gradus, and GRADUS_DATA is not set.`, [
      `${fetch}, or set GRADUS_DATA to a folder that holds a folder ${name}.`,
    ])
  }
  return refuse(`there is no folder "${name}" in GRADUS_DATA (${folder}).`, [
    `${fetch}, or make it, with IDX files or a folder of pictures for each class.`,
  ])
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
