import { closest, distance } from 'fastest-levenshtein'
import type { InputError } from '../model/issue.ts'
import {
  type Credentials,
  fetchCommit,
  GitFailure,
  type GitReason,
  listRefs,
  listTree,
  type Remote,
  readObjects,
} from '../platform/git.ts'
import { isAdmitted } from './admit.ts'
import { issue, problem, Unreachable } from './problem.ts'
import type { Source } from './source.ts'
import type { Tree } from './tree.ts'

type RepositorySource = Extract<Source, { kind: 'repository' }>

interface Options {
  readonly source: string
  /** A folder of our own, that may be emptied afterwards. */
  readonly scratch: string
  readonly credentials: Credentials | null
  readonly signal: AbortSignal | undefined
}

/** The tree of the commit that a ref names now. Throws an InputError that says what to mend. */
export async function repositoryTree(source: RepositorySource, options: Options): Promise<Tree> {
  const { url, protocol } = source
  const remote: Remote = { url, protocol, credentials: matching(options.credentials, url) }
  const folder = `${options.scratch}/repository.git`
  try {
    const refs = await listRefs(remote, options.scratch, options.signal)
    const commit = resolveRef(refs, source, options.source)
    await fetchCommit(remote, commit, folder, options.signal)
    const entries = await listTree(folder, commit, options.signal)
    const files = entries.filter(({ kind }) => kind === 'file')
    const below = (base: string) => (base === '' ? '' : `${base}/`)
    return {
      commit,
      kind: async (path) => {
        const prefixes = path
          .split('/')
          .map((_, index, names) => names.slice(0, index + 1).join('/'))
        const found = entries.find((entry) => prefixes.includes(entry.path))
        return found === undefined || found.kind === 'submodule' ? 'absent' : found.kind
      },
      list: async (base) =>
        files
          .filter(({ path }) => path.startsWith(below(base)))
          .map(({ path, size }) => ({ path: path.slice(below(base).length), size }))
          .filter(({ path }) => isAdmitted(path)),
      read: (base, wanted) => {
        const ids = new Map(files.map(({ path, id }) => [path, id]))
        const idOf = ({ path }: { path: string }) => ids.get(below(base) + path) ?? ''
        return readObjects(folder, wanted.map(idOf), options.signal)
      },
    }
  } catch (error) {
    if (error instanceof GitFailure) throw explained(error, options.source)
    throw error
  }
}

/** A token goes to the origin it was given for, and nowhere else. */
function matching(credentials: Credentials | null, url: string): Credentials | null {
  const isOrigin = URL.canParse(url) && new URL(url).origin === credentials?.origin
  return isOrigin ? credentials : null
}

/** The commit id for a ref: as gitrevisions looks names up, but never a guess. */
function resolveRef(
  refs: ReadonlyMap<string, string>,
  { ref }: RepositorySource,
  source: string,
): string {
  const place = source.slice(0, source.lastIndexOf('#'))
  if (refs.size === 0) {
    throw problem(place || source, 'is an empty repository.', 'Push a commit first.')
  }
  const name = ref ?? 'HEAD'
  const places = [name, `refs/${name}`, `refs/tags/${name}`, `refs/heads/${name}`]
  const found = places.map((place) => refs.get(place)).find((id) => id !== undefined)
  if (found !== undefined) return found
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name)) return name
  throw problem(source, `asks for "${name}", which is not in that repository.`, advice(name, refs))
}

function advice(name: string, refs: ReadonlyMap<string, string>): string {
  if (/^[0-9a-f]{7,}$/.test(name)) return 'Write the commit id in full, as git rev-parse shows it.'
  const branches = [...refs.keys()].flatMap(
    (ref) => /^refs\/(?:heads|tags)\/(.*)$/.exec(ref)?.[1] ?? [],
  )
  if (branches.length === 0) return 'Push a branch first.'
  const usual = ['main', 'master'].find((branch) => branches.includes(branch))
  const nearest = closest(name, branches)
  const isTypo = sharesMost(name, nearest)
  return `Did you mean "${isTypo ? nearest : (usual ?? nearest)}"?`
}

function sharesMost(name: string, other: string): boolean {
  return distance(name, other) <= Math.max(1, Math.floor(name.length / 3))
}

const NEXT: Readonly<Record<GitReason, string>> = {
  'no-git': 'Install git (Debian: apt-get install git).',
  'no-repository': 'Check the address, and that you may read the repository.',
  'no-object': 'Check the commit id; commits that no branch holds may be gone.',
  unreachable: 'Check the address and the network.',
  denied: 'Check the address; for a private repository give a token or load an ssh key.',
  owner: 'It belongs to another user of this machine: clone it, and name the clone.',
  time: 'Try again later, or clone it yourself and name the clone.',
  other: 'Try git ls-remote with the same address.',
}

function explained(failure: GitFailure, source: string): InputError {
  const what = `cannot be read: ${failure.message}.`
  return new Unreachable([issue(source, what, NEXT[failure.reason])])
}
