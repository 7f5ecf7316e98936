import { type Accounts, APP } from './accounts.ts'
import { activityOf } from './activity.ts'
import type { Emulator } from './emulator.ts'
import type { Answer } from './faults.ts'
import { type Caller, type GateOptions, refusal } from './gate.ts'
import type { GitHost, Push } from './git-host.ts'
import type { Statuses } from './statuses.ts'
import { field } from './strict-rules.ts'

export interface Behind {
  readonly accounts: Accounts
  readonly emulator: Emulator
  readonly git: GitHost
  readonly statuses: Statuses
  readonly pushes: readonly Push[]
  /** The branch of each pull request, by `owner/name#1`. */
  readonly heads: ReadonlyMap<string, { readonly repository: string; readonly ref: string }>
  /** Operations that the instructor's token may not do. */
  readonly forbidden: readonly string[]
}

/** Carries requests out: by the emulator, and where it falls short of GitHub, by what git knows. */
export function carryOutWith(behind: () => Behind): GateOptions['carryOut'] {
  return async (asked, caller, operation) => {
    const { accounts, emulator, forbidden, pushes, statuses } = behind()
    const [, owner, name, rest = ''] =
      /^\/repos\/([^/]+)\/([^/]+)(?:\/(.*))?$/.exec(asked.path) ?? []
    const repository = `${owner}/${name}`
    if (caller.kind === 'token' && forbidden.includes(operation)) {
      return refusal(403, 'Resource not accessible by personal access token')
    }
    switch (operation.replace('/repos/{owner}/{repo}', '')) {
      case 'DELETE /installation/token':
        accounts.revoked(caller.token)
        return { status: 204, headers: {}, body: null }
      case 'POST /app/installations/{installation_id}/access_tokens': {
        const answer = await emulator.forward(asked, caller.token)
        const token = field(answer.body, 'token')
        if (typeof token === 'string') accounts.minted(token)
        return answer
      }
      case 'GET /activity':
        return (await isReadable(repository, caller)) ?? activityOf(pushes, repository, asked.query)
      case 'POST /dispatches':
        return { status: 204, headers: {}, body: null }
      case 'POST /check-runs':
        return unknownCommit(field(asked.body, 'head_sha')) ?? emulator.forward(asked, caller.token)
      case 'POST /statuses/{sha}': {
        const sha = rest.slice('statuses/'.length)
        const refused = (await isReadable(repository, caller)) ?? unknownCommit(sha)
        return refused ?? statuses.post(repository, sha, asked.body, accounts.loginOf(caller))
      }
      case 'GET /commits/{ref}/statuses':
        return (
          (await isReadable(repository, caller)) ??
          statuses.list(repository, rest.split('/')[1] ?? '')
        )
      case 'GET /pulls':
      case 'GET /pulls/{pull_number}': {
        const answer = await emulator.forward(asked, caller.token)
        const body = Array.isArray(answer.body)
          ? answer.body.map((pull: unknown) => withHead(repository, pull, false))
          : withHead(repository, answer.body, true)
        return { ...answer, body }
      }
      case 'GET /commits/{ref}/check-runs': {
        const answer = await emulator.forward(asked, caller.token)
        const runs = field(answer.body, 'check_runs')
        if (!Array.isArray(runs)) return answer
        // only Apps may write check runs, and there is one here
        const check_runs = runs.map((run: object) => ({
          ...run,
          app: { id: APP.id, slug: APP.slug },
        }))
        return { ...answer, body: { ...asObject(answer.body), check_runs } }
      }
      default:
        return emulator.forward(asked, caller.token)
    }
  }

  function unknownCommit(sha: unknown): Answer | null {
    const { emulator } = behind()
    return emulator.isKnown(String(sha)) ? null : refusal(422, `No commit found for SHA: ${sha}`)
  }

  async function isReadable(repository: string, caller: Caller): Promise<Answer | null> {
    const path = `/repos/${repository}/pulls`
    const asked = { method: 'GET', path, query: new URLSearchParams(), body: null }
    const { status } = await behind().emulator.forward(asked, caller.token)
    return status === 200 ? null : refusal(404, 'Not Found')
  }

  /** The head as git has it; one pull request alone also says whether it merges. */
  function withHead(repository: string, pull: unknown, alone: boolean): unknown {
    const { git, heads } = behind()
    const head = heads.get(`${repository}#${field(pull, 'number')}`)
    const sha = head === undefined ? null : git.tip(head.repository, `refs/heads/${head.ref}`)
    if (sha === null) return pull
    const base = git.tip(repository, `refs/heads/${field(field(pull, 'base'), 'ref')}`)
    const mergeable = base === null ? null : git.merges(repository, base, sha)
    const { mergeable: _, ...rest } = asObject(pull)
    const shown = { ...rest, head: { ...asObject(field(pull, 'head')), sha } }
    return alone ? { ...shown, mergeable } : shown
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
