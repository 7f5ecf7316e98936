import { createHash } from 'node:crypto'
import { mkdir, realpath, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { InputError } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Credentials } from '../platform/git.ts'
import { objections } from './admit.ts'
import { folderTree } from './folder.ts'
import { gradedPart } from './graded-part.ts'
import { parseSource, type Source } from './source.ts'
import type { Tree } from './tree.ts'

export { Unreachable } from './problem.ts'

export interface FetchOptions {
  readonly lab: Lab
  /** A private, existing folder that is removed by the caller when the grading is over. */
  readonly scratch: string
  readonly signal?: AbortSignal
  /** For private repositories of one origin. */
  readonly credentials?: Credentials
}

/**
 * A private copy of the files of a submission that may be used at all: regular code and data files.
 * `source` is a folder (a student's repository or its `src/`) or `URL#ref` of a git repository.
 * Throws an InputError that holds every reason why there is none.
 */
export async function fetchSubmission(source: string, options: FetchOptions): Promise<Workspace> {
  const tree = await openTree(await parseSource(source), source, options)
  const base = await gradedPart(tree, options.lab, source)
  const entries = (await tree.list(base)).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const shown = base === '' ? source : `${source}/${base}`
  const issues = objections(shown, entries)
  if (issues.length > 0) throw new InputError(issues)

  const contents = await tree.read(base, entries)
  const dir = join(await realpath(options.scratch), 'submission')
  await mkdir(dir, { mode: 0o700 })
  const hash = createHash('sha256')
  for (const [index, { path }] of entries.entries()) {
    const bytes = contents[index] ?? Buffer.alloc(0)
    hash
      .update(`${Buffer.byteLength(path)} ${bytes.length}\n`)
      .update(path)
      .update(bytes)
    const target = join(dir, path)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await writeFile(target, bytes, { mode: 0o600, flag: 'wx' })
  }
  await rm(join(options.scratch, 'repository.git'), { recursive: true, force: true })
  const files = entries.map(({ path }) => path)
  return { source, dir, files, hash: hash.digest('hex'), commit: tree.commit }
}

async function openTree(place: Source, source: string, options: FetchOptions): Promise<Tree> {
  if (place.kind === 'folder') return folderTree(await realpath(place.path), source)
  // git's library is read only when there is a repository to fetch
  const { repositoryTree } = await import('./repository.ts')
  const { scratch, credentials = null, signal } = options
  return repositoryTree(place, { source, scratch, credentials, signal })
}
