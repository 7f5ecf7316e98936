import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { chmod, chown, copyFile, lstat, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import type { Workspace } from '../../model/workspace.ts'

/** The folder that a sandbox sees as the submission. It exists before the submission does. */
export interface StagingFolder {
  readonly dir: string
  /** Puts the submission's files there, byte by byte. */
  fill(workspace: Workspace): Promise<void>
  remove(): Promise<void>
}

/**
 * An empty staging folder that `owner`, the user of the sandbox, can read and no other user can find.
 * `owner` is null when the sandbox runs as the present user.
 */
export async function stagingFolder(owner: number | null): Promise<StagingFolder> {
  const outer = await mkdtemp(join(tmpdir(), `gradus-${process.pid}-`))
  const dir = join(outer, randomBytes(8).toString('hex'))
  await mkdir(dir)
  if (owner !== null) {
    await chmod(outer, 0o711)
    await chown(dir, owner, owner)
  }
  await chmod(dir, 0o700)
  return {
    dir,
    fill: (workspace) => fill(dir, workspace, owner),
    remove: () => rm(outer, { recursive: true, force: true }),
  }
}

async function fill(dir: string, workspace: Workspace, owner: number | null): Promise<void> {
  for (const file of workspace.files) {
    const source = join(workspace.dir, file)
    await demandPlain(file, source)
    const target = join(dir, file)
    await mkdir(dirname(target), { recursive: true })
    // exclusive: a name that came twice, or a link, is never followed
    await copyFile(source, target, constants.COPYFILE_EXCL)
  }
  if (owner !== null) await give(dir, workspace.files, owner)
}

async function give(dir: string, files: readonly string[], owner: number): Promise<void> {
  const paths = new Set<string>()
  for (const file of files) {
    for (let path = file; path !== '.'; path = dirname(path)) paths.add(path)
  }
  await Promise.all([...paths].map((path) => chown(join(dir, path), owner, owner)))
}

/** What a workspace is made of by contract; anything else would carry a file of this machine inside. */
async function demandPlain(file: string, source: string): Promise<void> {
  const inside = !isAbsolute(file) && !file.split('/').includes('..')
  if (!inside || !(await lstat(source)).isFile()) {
    throw new Error(`${file} is no plain file of the submission`)
  }
}
