import { constants, existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { NativeLibrary } from '../../model/backend.ts'
import { makeReadable } from './native/install.ts'

/**
 * A package of tfjs-node where the user that a sandbox runs as can read it: in the cache folder, as a copy
 * if it lies elsewhere. The folder that this repository was cloned to may be closed to others.
 */
export async function adopt(library: NativeLibrary, cache: string): Promise<NativeLibrary> {
  if (library.folder.startsWith(`${cache}/`)) return library
  const folder = join(cache, `native-adopted-${library.key}`)
  if (!existsSync(folder)) await copy(library.folder, folder, cache)
  return { ...library, folder }
}

async function copy(from: string, to: string, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const building = await mkdtemp(join(cache, `native-building-${process.pid}-`))
  try {
    const copied = join(building, 'package')
    await cp(from, copied, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    })
    await makeReadable(copied)
    await rename(copied, to)
  } catch (error) {
    if (!existsSync(to)) throw error
    // another one was faster
  } finally {
    await rm(building, { recursive: true, force: true })
  }
}
