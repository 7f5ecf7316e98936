import { App } from 'octokit'
import { type AccessOptions, API } from './access.ts'
import { GITHUB_PACE, type Octokit, ourOctokit } from './client.ts'
import type { Identity } from './identity.ts'
import { isRateLimit, isStatus } from './repeated.ts'

/** Something that we must be allowed to do, in GitHub's own words, and who can allow it. */
export interface Right {
  /** `Checks: write`, as the page of settings shows it. */
  readonly permission: string
  readonly why: string
  /** Null when we have it. */
  readonly grantedBy: string | null
}

export interface Rights {
  /** Who GitHub takes us for; null where it knows us not. */
  readonly who: string | null
  readonly rights: readonly Right[]
}

/** By the name that the API gives them. */
const OF_AN_APP = [
  ['checks', 'write', 'Checks', 'to mark commits as graded'],
  ['contents', 'read', 'Contents', 'to fetch submissions and see when they were pushed'],
  ['metadata', 'read', 'Metadata', 'to see repositories at all'],
  ['pull_requests', 'write', 'Pull requests', 'to list pull requests and comment on them'],
] as const

const OWNER = 'an owner of the organisation'

/** What we may do in one repository, asked without changing anything. */
export async function examineRights(
  { identity, api = API, pace = GITHUB_PACE }: AccessOptions,
  repository: string,
): Promise<Rights> {
  const Client = ourOctokit(api, pace)
  const [owner = '', repo = ''] = repository.split('/')
  const place = { owner, repo }
  return identity.kind === 'app'
    ? rightsOfApp(identity, Client, place)
    : rightsOfToken(new Client({ auth: identity.token }), identity, place)
}

/** The first of these repositories that is there and lets us in; null where none does, or we are nobody. */
export async function firstOpen(
  { identity, api = API, pace = GITHUB_PACE }: AccessOptions,
  repositories: readonly string[],
): Promise<string | null> {
  const Client = ourOctokit(api, pace)
  const ask =
    identity.kind === 'app'
      ? new App({ appId: identity.id, privateKey: identity.key, Octokit: Client }).octokit.rest.apps
          .getRepoInstallation
      : new Client({ auth: identity.token }).rest.repos.get
  for (const repository of repositories) {
    const [owner = '', repo = ''] = repository.split('/')
    if ((await ask({ owner, repo }).catch(whereRefused)) !== null) return repository
  }
  return null
}

type Place = { readonly owner: string; readonly repo: string }

async function rightsOfApp(
  { id, key }: Extract<Identity, { kind: 'app' }>,
  Client: typeof Octokit,
  place: Place,
): Promise<Rights> {
  const { octokit } = new App({ appId: id, privateKey: key, Octokit: Client })
  const about = await octokit.rest.apps.getAuthenticated().catch(whereRefused)
  if (about === null) return { who: null, rights: [] }
  const who = `the App ${about.data?.slug ?? id}`
  const found = await octokit.rest.apps.getRepoInstallation(place).catch(whereRefused)
  if (found === null) {
    const grantedBy = `${OWNER}, who installs the App for ${place.owner}/${place.repo}`
    return { who, rights: [{ permission: 'Installation', why: 'to be let in', grantedBy }] }
  }
  const asked = new Map(Object.entries(about.data?.permissions ?? {}))
  const given = new Map(Object.entries(found.data.permissions))
  const rights = OF_AN_APP.map(([name, level, shown, why]): Right => {
    const has = (levels: ReadonlyMap<string, unknown>) =>
      levels.get(name) === level || levels.get(name) === 'write'
    const accepts = `${OWNER}, who accepts it on the page of the installation`
    const grantedBy = has(given)
      ? null
      : has(asked)
        ? accepts
        : `the owner of the App, who adds it in its settings, and then ${accepts}`
    return { permission: `${shown}: ${level}`, why, grantedBy }
  })
  return { who, rights }
}

const MISSING_SHA = '0'.repeat(40)

/**
 * A fine-grained token does not tell what it may do: each thing is tried, the ones that write on a commit
 * and on a pull request that are not there.
 */
async function rightsOfToken(client: Octokit, identity: Identity, place: Place): Promise<Rights> {
  const login = await nameOf(client, identity)
  if (login === null) return { who: null, rights: [] }
  const { rest } = client
  const context = 'gradus/doctor'
  const status = { ...place, sha: MISSING_SHA, state: 'pending', context } as const
  const tried: [string, string, () => Promise<unknown>][] = [
    ['Pull requests: read', 'to list pull requests', () => rest.pulls.list({ ...place })],
    [
      'Contents: read',
      'to fetch submissions and see when they were pushed',
      () => rest.repos.listActivities({ ...place, per_page: 1 }),
    ],
    [
      'Commit statuses: write',
      'to mark commits as graded',
      () => rest.repos.createCommitStatus({ ...status, request: { retries: 0 } }),
    ],
    [
      'Pull requests: write',
      'to comment on pull requests',
      () =>
        rest.issues.createComment({
          ...place,
          issue_number: 0,
          body: '-',
          request: { retries: 0 },
        }),
    ],
  ]
  const rights: Right[] = []
  for (const [permission, why, attempt] of tried) {
    const isGranted = await attempt().then(
      () => true,
      (error: unknown) => !isRefusal(error, permission),
    )
    const grantedBy = `the owner of the token (${login}), and then ${OWNER}, who approves it`
    rights.push({ permission, why, grantedBy: isGranted ? null : grantedBy })
  }
  return { who: login, rights }
}

async function nameOf(client: Octokit, identity: Identity): Promise<string | null> {
  if (identity.kind === 'installation') return `${identity.slug}[bot]`
  return (await client.rest.users.getAuthenticated().catch(whereRefused))?.data.login ?? null
}

/** What is not there is no refusal where something not there was named; a list is there or hidden. */
function isRefusal(error: unknown, permission: string): boolean {
  if (isRateLimit(error)) throw error
  if (isStatus(error, 401, 403)) return true
  if (isStatus(error, 404)) return permission.endsWith(': read')
  if (isStatus(error, 410, 422)) return false
  throw error
}

function whereRefused(error: unknown): null {
  if (isStatus(error, 401, 403, 404) && !isRateLimit(error)) return null
  throw error
}
