import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Skipped } from '../images/problem.ts'
import { InputError } from '../model/issue.ts'
import { isCifarFolder, readCifarFolder } from './cifar.ts'
import { isIdxFolder, readIdxFolder } from './idx.ts'
import type { Images } from './pack.ts'
import { refuse } from './refuse.ts'

/** Where `gradus data fetch` puts a data set. */
export function fetchedFolder(cache: string, name: string): string {
  return join(cache, 'data', 'fetched', name)
}

/** Names that the folder of a set has in its archive, or on the server. */
const ALIASES: Readonly<Record<string, string>> = {
  'cifar-10': 'cifar-10-batches-bin',
  'mobilenet-v1-025-224': 'mobilenet_v1_0.25_224',
}

/** Where a data set may lie in GRADUS_DATA: under its own name, or that of the folder in its archive. */
export function givenFolders(folder: string, name: string): readonly string[] {
  const alias = Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined
  return [name, ...(alias === undefined ? [] : [alias])].map((each) => join(folder, each))
}

export interface ReadOptions {
  /** Hears of every picture that cannot be decoded. */
  readonly onSkip?: ((skipped: Skipped) => void) | undefined
  /** `part` of the pictures are read, 0..1. */
  readonly onProgress?: ((part: number) => void) | undefined
}

/** Whatever a folder holds: IDX files, CIFAR-10 in binary form, or a folder of pictures for each class. */
export async function readDataFolder(folder: string, options: ReadOptions = {}): Promise<Images> {
  const names = namesIn(folder)
  if (isCifarFolder(names)) return readCifarFolder(folder)
  if (isIdxFolder(names)) return readIdxFolder(folder)
  // a run on digits does not wait for the decoder of pictures to load
  const { readPictureFolder } = await import('./pictures.ts')
  return await readPictureFolder(folder, options)
}

/** A network of TensorFlow.js lies in a folder like data. */
export function isNetworkFolder(folder: string): boolean {
  return existsSync(join(folder, 'model.json'))
}

/** Whether `folder` has the files of a data set or of a network; they may still be damaged. */
export async function isDataFolder(folder: string): Promise<boolean> {
  const names = namesIn(folder)
  if (isCifarFolder(names) || isIdxFolder(names) || isNetworkFolder(folder)) return true
  const { classFoldersOf } = await import('./pictures.ts')
  try {
    return (await classFoldersOf(folder)).files.length > 0
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}

function namesIn(folder: string): string[] {
  if (statSync(folder).isDirectory()) return readdirSync(folder)
  const next = 'Put a folder there, with IDX files or a folder of pictures for each class.'
  return refuse(folder, 'is a file, and no folder.', next)
}
