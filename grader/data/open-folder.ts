import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Skipped } from '../images/problem.ts'
import type { Dataset } from '../model/dataset.ts'
import { type ReadOptions, readDataFolder } from './folder.ts'
import { filesBelow } from './manifest.ts'
import { pack, writeWhole } from './pack.ts'
import { PICTURE_SIDE } from './picture-side.ts'

export interface OpenedFolder {
  readonly dataset: Dataset
  /** Files that gave no picture. */
  readonly skipped: readonly Skipped[]
}

/**
 * The data set of a folder. Decoding thousands of photographs takes a minute: what came of it is remembered in
 * `place` until a file is added, removed or changed.
 */
export async function openFolder(
  name: string,
  folder: string,
  place: string,
  onProgress?: ReadOptions['onProgress'],
): Promise<OpenedFolder> {
  const note = join(place, `${name}-${stateOf(folder)}.json`)
  if (existsSync(note)) {
    const known: unknown = JSON.parse(readFileSync(note, 'utf8'))
    if (isOpened(known) && existsSync(known.dataset.file)) return known
  }
  const skipped: Skipped[] = []
  const images = await readDataFolder(folder, {
    onSkip: (one) => skipped.push(one),
    onProgress,
  })
  const opened = { dataset: pack(name, images, place), skipped }
  writeWhole(note, JSON.stringify(opened))
  return opened
}

/** Where it is, and path, size and time of change of every file in it. */
function stateOf(folder: string): string {
  const hash = createHash('sha256').update(JSON.stringify([folder, PICTURE_SIDE]))
  for (const path of filesBelow(folder)) {
    const { size, mtimeMs } = statSync(join(folder, path))
    hash.update(JSON.stringify([path, size, mtimeMs]))
  }
  return hash.digest('hex').slice(0, 16)
}

function isOpened(value: unknown): value is OpenedFolder {
  return typeof value === 'object' && value !== null && 'dataset' in value && 'skipped' in value
}
