import { lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { InputError, type Issue } from '../model/issue.ts'
import { issueWith, shown } from '../reading/source.ts'
import { hashOf, readStamp, STAMP, type Stamp } from './stamp.ts'
import type { ExportedFile } from './vendor.ts'

/** What an update did with a file; those that are as they should be are not told. */
export interface Change {
  readonly path: string
  /** `kept`: the student changed it. */
  readonly kind: 'written' | 'removed' | 'kept'
}

/**
 * Writes a new repository into a folder that may hold other things, such as `.git`.
 * @throws InputError when a file of that name is there, and writes nothing
 */
export async function writeRepository(
  dir: string,
  files: readonly ExportedFile[],
  stamp: Stamp,
): Promise<void> {
  const present = await Promise.all(files.map(({ path }) => kindOf(join(dir, path))))
  const taken = files.filter((_, index) => present[index] !== null)
  if (taken.length > 0) {
    const next =
      'Choose an empty folder; a repository of this lab is brought up to date by --update.'
    throw new InputError(
      taken
        .slice(0, 3)
        .map(({ path }) => issueWith(shown(join(dir, path)), 'is there already.', next)),
    )
  }
  await refuseLinks(
    dir,
    files.map(({ path }) => path),
  )
  for (const file of [...files, stampFile(stamp)]) await write(dir, file)
}

/**
 * Brings a repository up to date. Files in `src/` stay, and so does every other file that was changed
 * since it was exported, except in `tests/` and `.gradus/`, which are not the student's to change.
 * @throws InputError when the folder is not an export of this lab
 */
export async function updateRepository(
  dir: string,
  files: readonly ExportedFile[],
  stamp: Stamp,
): Promise<Change[]> {
  const before = await stampIn(dir, stamp.lab)
  const paths = new Set(files.map(({ path }) => path))
  const gone = Object.keys(before.files).filter((path) => !paths.has(path))
  await refuseLinks(dir, [...paths, ...gone, STAMP])
  const changes: Change[] = []
  for (const file of files) {
    const hash = await hashIn(dir, file.path)
    if (hash === hashOf(file.content)) continue
    const isTheirs = hash !== null && !mayReplace(file.path, hash, before)
    if (!isTheirs) await write(dir, file)
    // the work of a student is not worth a word
    if (!(isTheirs && isWork(file.path))) {
      changes.push({ path: file.path, kind: isTheirs ? 'kept' : 'written' })
    }
  }
  for (const path of gone) {
    const hash = await hashIn(dir, path)
    if (hash === null || isWork(path) || hash !== before.files[path]) continue
    await rm(join(dir, path))
    changes.push({ path, kind: 'removed' })
  }
  await write(dir, stampFile(stamp))
  return changes
}

function isWork(path: string): boolean {
  return path.startsWith('src/')
}

function mayReplace(path: string, hash: string, before: Stamp): boolean {
  if (isWork(path)) return false
  return /^(?:tests|\.gradus)\//.test(path) || hash === before.files[path]
}

async function stampIn(dir: string, lab: string): Promise<Stamp> {
  const path = join(dir, STAMP)
  await refuseLinks(dir, [STAMP])
  const text = (await kindOf(path)) === null ? '' : await readFile(path, 'utf8')
  const stamp = readStamp(text)
  const file = shown(path)
  if (stamp === null) {
    const next = 'Name the folder of a repository that gradus export made, or leave out --update.'
    throw new InputError([issueWith(file, 'is not there, or not as an export leaves it.', next)])
  }
  if (stamp.lab !== lab) {
    const next = `Name that lab, or another folder.`
    throw new InputError([issueWith(file, `is of lab "${stamp.lab}", not "${lab}".`, next)])
  }
  return stamp
}

/** A repository comes from a student: a link in it could lead anywhere on this machine. */
async function refuseLinks(dir: string, paths: readonly string[]): Promise<void> {
  const parts = paths.flatMap((path) => {
    const names = path.split('/')
    return names.map((_, index) => names.slice(0, index + 1).join('/'))
  })
  const issues: Issue[] = []
  for (const path of new Set(parts)) {
    if ((await kindOf(join(dir, path))) !== 'link') continue
    const what = 'is a symbolic link, where an export writes files of its own.'
    issues.push(issueWith(shown(join(dir, path)), what, 'Remove the link.'))
  }
  if (issues.length > 0) throw new InputError(issues)
}

async function kindOf(path: string): Promise<'link' | 'other' | null> {
  const stat = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  if (stat === null) return null
  return stat.isSymbolicLink() ? 'link' : 'other'
}

async function hashIn(dir: string, path: string): Promise<string | null> {
  const file = join(dir, path)
  return (await kindOf(file)) === null ? null : hashOf(await readFile(file))
}

async function write(dir: string, { path, content }: ExportedFile): Promise<void> {
  const target = join(dir, path)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, content)
}

function stampFile(stamp: Stamp): ExportedFile {
  return { path: STAMP, content: Buffer.from(`${JSON.stringify(stamp, null, 2)}\n`) }
}
