import { mkdir } from 'node:fs/promises'
import { type SimpleGit, simpleGit } from 'simple-git'
import { GitFailure, gitFailure } from './git-failure.ts'
import { allowances, type Credentials, gitEnvironment, type Protocol } from './git-settings.ts'

export { GitFailure, type GitReason } from './git-failure.ts'
export type { Credentials, Protocol } from './git-settings.ts'

/** A repository somewhere else. `url` never holds a password. */
export interface Remote {
  readonly url: string
  readonly protocol: Protocol
  /** Sent to its own origin only; null for none. */
  readonly credentials: Credentials | null
}

/** One name in the tree of a commit. Names that are no UTF-8 hold U+FFFD. */
export interface TreeEntry {
  readonly path: string
  readonly kind: 'file' | 'symlink' | 'submodule'
  /** Id of its contents. */
  readonly id: string
  /** Bytes; 0 for a submodule. */
  readonly size: number
}

const SECONDS = { list: 30, fetch: 180, read: 60 } as const
/** Full ids, SHA-1 or SHA-256: nothing that could be an option or a refspec. */
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/**
 * Every ref of a repository with the id of what it points to, tags peeled (`refs/tags/v1` is the
 * commit). Throws a GitFailure.
 */
export async function listRefs(
  remote: Remote,
  folder: string,
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const text = await within(SECONDS.list, signal, (limit) =>
    client(folder, limit, remote).raw(['ls-remote', '--quiet', '--', remote.url]),
  )
  const refs = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [id = '', name = ''] = line.split('\t')
    if (OBJECT_ID.test(id)) refs.set(name.replace(/\^\{\}$/, ''), id)
  }
  return refs
}

/**
 * Brings one commit, without its history, into a new bare repository at `folder`. Nothing is checked
 * out: no hook, filter, link or submodule ever comes into play. Throws a GitFailure.
 */
export async function fetchCommit(
  remote: Remote,
  id: string,
  folder: string,
  signal?: AbortSignal,
): Promise<void> {
  if (!OBJECT_ID.test(id)) throw new GitFailure('no-object', `"${id}" is no full commit id`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await within(SECONDS.fetch, signal, async (limit) => {
    const git = client(folder, limit, remote)
    const format = id.length === 64 ? 'sha256' : 'sha1'
    await git.raw(['init', '--bare', '--quiet', '--template=', `--object-format=${format}`, '.'])
    const quietly = ['--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--quiet']
    await git.raw(['fetch', '--depth=1', ...quietly, '--', remote.url, id])
    await git.raw(['cat-file', '-e', `${id}^{commit}`])
  })
}

/** Everything in the tree of a commit that `fetchCommit` brought, folders opened. */
export async function listTree(
  folder: string,
  id: string,
  signal?: AbortSignal,
): Promise<TreeEntry[]> {
  const text = await within(SECONDS.read, signal, (limit) =>
    client(folder, limit, null).raw(['ls-tree', '-r', '-l', '-z', `${id}^{tree}`]),
  )
  return text.split('\0').flatMap((record) => {
    const [, mode, object, size, path] =
      /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(record) ?? []
    if (mode === undefined || object === undefined || path === undefined) return []
    const kind = mode === '120000' ? 'symlink' : mode === '160000' ? 'submodule' : 'file'
    return [{ path, kind, id: object, size: size === '-' ? 0 : Number(size) }]
  })
}

/** The contents of objects that `listTree` named, in the order asked for. */
export async function readObjects(
  folder: string,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Buffer[]> {
  if (ids.length === 0) return []
  const bytes: Buffer = await within(SECONDS.read, signal, (limit) =>
    client(folder, limit, null, ids.join('\n')).binaryCatFile(['--batch']),
  )
  const contents: Buffer[] = []
  let at = 0
  for (const id of ids) {
    const end = bytes.indexOf('\n', at)
    const [found, , size] = bytes.toString('latin1', at, end).split(' ')
    if (found !== id) throw new GitFailure('other', `object ${id} is missing`)
    contents.push(bytes.subarray(end + 1, end + 1 + Number(size)))
    at = end + 1 + Number(size) + 1
  }
  return contents
}

function client(
  folder: string,
  abort: AbortSignal,
  remote: Remote | null,
  input?: string,
): SimpleGit {
  const environment = gitEnvironment(remote?.protocol ?? null, remote?.credentials ?? null)
  return simpleGit({
    baseDir: folder,
    abort,
    ...allowances(environment),
    ...(input === undefined ? {} : { input: () => input }),
  }).env(environment)
}

async function within<T>(
  seconds: number,
  signal: AbortSignal | undefined,
  work: (limit: AbortSignal) => Promise<T>,
): Promise<T> {
  const clock = AbortSignal.timeout(seconds * 1000)
  const limit = signal === undefined ? clock : AbortSignal.any([clock, signal])
  try {
    return await work(limit)
  } catch (error) {
    signal?.throwIfAborted()
    if (clock.aborted) throw new GitFailure('time', `no answer within ${seconds} s`)
    throw gitFailure(error)
  }
}
