import { constants } from 'node:fs'
import { lstat, open, opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { CAPS, isAdmitted, isOpened } from './admit.ts'
import { problem } from './problem.ts'
import type { Entry, Tree } from './tree.ts'

/** Opens neither a link nor waits for the writer of a pipe that took a file's place. */
const READ = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** A folder of this machine, symbolic links neither followed nor copied. `root` is absolute. */
export function folderTree(root: string, source: string): Tree {
  return {
    commit: null,
    kind: (path) => kindOf(root, path),
    list: (base) => list(join(root, base), source),
    read: async (base, entries) => {
      const contents: Buffer[] = []
      for (const entry of entries) contents.push(await read(join(root, base), entry, source))
      return contents
    },
  }
}

async function kindOf(root: string, path: string): Promise<'file' | 'symlink' | 'absent'> {
  let at = root
  for (const name of path.split('/')) {
    at = join(at, name)
    const found = await lstat(at).catch(() => null)
    if (found?.isSymbolicLink()) return 'symlink'
    if (found?.isFile()) return 'file'
    if (!found?.isDirectory()) return 'absent'
  }
  return 'absent'
}

async function list(folder: string, source: string): Promise<Entry[]> {
  const entries: Entry[] = []
  let names = 0

  async function walk(below: string): Promise<void> {
    for await (const item of await opendir(join(folder, below))) {
      names += 1
      if (names > CAPS.names) {
        const what = `holds more than ${CAPS.names} files and folders.`
        throw problem(source, what, 'Name the folder that holds the files of the lab only.')
      }
      const path = below === '' ? item.name : `${below}/${item.name}`
      if (item.isDirectory() && isOpened(item.name)) await enter(path)
      else if (item.isFile() && isAdmitted(path)) entries.push({ path, size: await sizeOf(path) })
    }
  }

  async function enter(path: string): Promise<void> {
    if (isUndecodable(path)) {
      const what = 'is a folder with a name that is not UTF-8.'
      throw problem(`${source}/${path}`, what, 'Rename it, or take it out of the submission.')
    }
    // one level more than a file may have, so that a file too deep is named and not overlooked
    if (path.split('/').length <= CAPS.depth) await walk(path)
  }

  const sizeOf = async (path: string) =>
    isUndecodable(path) ? 0 : (await lstat(join(folder, path))).size

  await walk('')
  return entries
}

/** Node reads a name that is no UTF-8 as one that holds U+FFFD; no file can be reached by it. */
function isUndecodable(path: string): boolean {
  return path.includes('\ufffd')
}

async function read(folder: string, { path, size }: Entry, source: string): Promise<Buffer> {
  const changed = () => {
    const what = 'changed while it was read.'
    return problem(`${source}/${path}`, what, 'Grade it again when nothing writes to it.')
  }
  const file = await open(join(folder, path), READ).catch(() => null)
  if (file === null) throw changed()
  try {
    if (!(await file.stat()).isFile()) throw changed()
    const bytes = Buffer.alloc(size + 1)
    let length = 0
    for (;;) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, null)
      length += bytesRead
      if (bytesRead === 0 || length > size) break
    }
    if (length !== size) throw changed()
    return bytes.subarray(0, size)
  } finally {
    await file.close()
  }
}
