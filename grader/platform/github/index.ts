import { type Access, type AccessOptions, openAccess } from './access.ts'
import type { Octokit } from './client.ts'
import { ourComments, sayOnce } from './comments.ts'
import type { Hub, Pull, Push } from './hub.ts'
import { checkRuns, type Marks, markOnce, statuses } from './marks.ts'
import { isRateLimit, isStatus } from './repeated.ts'

export { type Access, type AccessOptions, API, openAccess } from './access.ts'
export type { Pace } from './client.ts'
export {
  type Hub,
  type MarkKind,
  MOST_ANNOTATIONS,
  type Pull,
  type Push,
  type Written,
} from './hub.ts'
export { type Identity, identityFrom, identityOrNull } from './identity.ts'
export { examineRights, firstOpen, type Rights } from './rights.ts'

/** How far back a branch is looked at; every student's branch is far below it. */
const MOST_PUSHES = 100

/** GitHub, or what speaks like it at `api`. */
export function openHub(options: AccessOptions): Hub {
  const access = openAccess(options)
  const marked = new Set<string>()
  return {
    marksWith: access.isApp ? 'check-run' : 'status',
    async openPulls(repository) {
      const client = await access.clientFor(repository).catch(whereMissing)
      if (client === null) return null
      const list = client.rest.pulls.list
      const of = { ...split(repository), state: 'open', per_page: 100 } as const
      const pulls = await client.paginate(list, of).catch(whereMissing)
      return pulls?.map((pull) => viewPull(repository, pull, null)) ?? null
    },
    async pull(repository, number) {
      const client = await access.clientFor(repository)
      const of = { ...split(repository), pull_number: number }
      const found = await client.rest.pulls.get(of).catch(whereMissing)
      return found === null ? null : viewPull(repository, found.data, found.data.mergeable)
    },
    async pushes(repository, branch) {
      try {
        return await pushesOf(await access.clientFor(repository), repository, branch)
      } catch (error) {
        // a fork of a student's own, which nobody lets us read
        if (isStatus(error, 403, 404) && !isRateLimit(error)) return null
        throw error
      }
    },
    async mark(repository, sha, name) {
      return (await marksOf(access, repository, sha)).latest(name)
    },
    async say(repository, number, marker, body) {
      const client = await access.clientFor(repository)
      const place = { ...split(repository), issue_number: number }
      return sayOnce(client, place, await access.author(), { marker, body })
    },
    async hasSaid(repository, number, marker) {
      const client = await access.clientFor(repository)
      const place = { ...split(repository), issue_number: number }
      return (await ourComments(client, place, marker, await access.author())).length > 0
    },
    async setMark(repository, sha, name, wanted, isFirst) {
      const key = [repository, sha, name].join(' ')
      // two pull requests may have one head
      const mayBeFirst = isFirst && !marked.has(key)
      marked.add(key)
      return markOnce(await marksOf(access, repository, sha), name, wanted, mayBeFirst)
    },
    close: () => access.close(),
  }
}

function whereMissing(error: unknown): null {
  if (isStatus(error, 404, 410)) return null
  throw error
}

async function marksOf(access: Access, repository: string, sha: string): Promise<Marks> {
  const client = await access.clientFor(repository)
  const author = await access.author()
  const commit = { ...split(repository), sha }
  return access.isApp
    ? checkRuns(client, author.replace(/\[bot\]$/, ''), commit)
    : statuses(client, author, commit)
}

async function pushesOf(client: Octokit, repository: string, branch: string): Promise<Push[]> {
  const { data } = await client.rest.repos.listActivities({
    ...{ ...split(repository), ref: `refs/heads/${branch}`, per_page: MOST_PUSHES },
  })
  return data
    .map(({ timestamp, before, after }) => ({ at: timestamp, before, after }))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
}

interface GivenPull {
  readonly number: number
  readonly state: string
  readonly draft?: boolean
  readonly user: { readonly login: string } | null
  readonly created_at: string
  readonly base: { readonly ref: string }
  readonly head: {
    readonly sha: string
    readonly ref: string
    readonly repo: { readonly full_name: string } | null
  }
}

function viewPull(repository: string, pull: GivenPull, mergeable: boolean | null): Pull {
  const { number, state, draft = false, user, created_at, base, head } = pull
  return {
    repository,
    number,
    isOpen: state === 'open',
    isDraft: draft,
    author: user?.login ?? '',
    createdAt: created_at,
    base: base.ref,
    head: { sha: head.sha, branch: head.ref, repository: head.repo?.full_name ?? null },
    mergeable,
  }
}

function split(repository: string): { readonly owner: string; readonly repo: string } {
  const [owner = '', repo = ''] = repository.split('/')
  return { owner, repo }
}
