import { existsSync, statSync } from 'node:fs'
import { BUILT_IN_NAMES } from '../data/built-in.ts'
import { fetchedFolder, givenFolders } from '../data/folder.ts'
import { refuse } from '../data/refuse.ts'
import { spelt } from '../model/issue.ts'
import type { World } from './world.ts'

/** What is wrong with GRADUS_DATA, null where it is a folder or not set. */
export function notAFolder({
  env,
}: World): { readonly what: string; readonly next: string } | null {
  const given = env['GRADUS_DATA']
  if (given === undefined || given === '') return null
  if (statSync(given, { throwIfNoEntry: false })?.isDirectory() === true) return null
  return {
    what: `GRADUS_DATA is "${spelt(given)}", which is no folder.`,
    next: 'Set it to a folder that holds one for each data set, or unset it.',
  }
}

/** Where a data set is on this machine; null where it is not. */
export function placeOf(name: string, given: string | undefined, cache: string) {
  const own = given === undefined || given === '' ? [] : givenFolders(given, name)
  const there = own.find((folder) => existsSync(folder))
  if (there !== undefined) return { folder: there, state: 'given' } as const
  const fetched = fetchedFolder(cache, name)
  return existsSync(fetched) ? ({ folder: fetched, state: 'fetched' } as const) : null
}

/** Throws InputError for a data set that is neither fetched nor compared. */
export function refuseBuiltIn(name: string): void {
  if (!BUILT_IN_NAMES.includes(name)) return
  refuse(name, 'comes with Gradus.', 'There is nothing to fetch or to compare.')
}
