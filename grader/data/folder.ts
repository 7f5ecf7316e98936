import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Skipped } from '../images/problem.ts'
import { isCifarFolder, readCifarFolder } from './cifar.ts'
import { isIdxFolder, readIdxFolder } from './idx.ts'
import type { Images } from './pack.ts'

/** Where `gradus data fetch` puts a data set. */
export function fetchedFolder(cache: string, name: string): string {
  return join(cache, 'data', 'fetched', name)
}

/** Where a data set may lie in GRADUS_DATA: under its own name, or that of the folder in its archive. */
export function givenFolders(folder: string, name: string): readonly string[] {
  const unpacked = name === 'cifar-10' ? [join(folder, 'cifar-10-batches-bin')] : []
  return [join(folder, name), ...unpacked]
}

/** Whatever a folder holds: IDX files, CIFAR-10 in binary form, or a folder of pictures for each class. */
export async function readDataFolder(
  folder: string,
  onSkip?: (skipped: Skipped) => void,
): Promise<Images> {
  const names = readdirSync(folder)
  if (isCifarFolder(names)) return readCifarFolder(folder)
  if (isIdxFolder(names)) return readIdxFolder(folder)
  // a run on digits does not wait for the decoder of pictures to load
  const { readPictureFolder } = await import('./pictures.ts')
  return await readPictureFolder(folder, onSkip)
}
