import { once } from 'node:events'
import { createServer } from 'node:net'
import { createEmulator } from 'emulate'
import type { Answer } from './faults.ts'
import { type Caller, type Gate, refusal, startGate } from './gate.ts'
import { type GitHost, type Push, startGitHost } from './git-host.ts'
import { type Asked, field } from './strict-rules.ts'

export interface HostedOptions {
  readonly organization: string
  /** Logins of students; each has a token `token-LOGIN`. */
  readonly students: readonly string[]
  readonly now?: () => Date
  /** What the App asks for, where it is not enough. */
  readonly permissions?: Readonly<Record<string, string>>
  /** Operations that the instructor's token may not do. */
  readonly forbidden?: readonly string[]
}

/** A GitHub of one organisation on this machine: API, git over HTTP, an installed App, an instructor's token. */
export interface Hosted {
  readonly api: string
  readonly server: string
  readonly gate: Gate
  readonly git: GitHost
  readonly app: { readonly id: number; readonly slug: string; readonly key: string }
  /** Fine-grained token of the instructor `teacher`. */
  readonly token: string
  /** A private repository of the organisation, empty, that this student may push to. */
  createRepository(repository: string, students: readonly string[]): Promise<void>
  fork(repository: string, student: string): Promise<string>
  openPull(repository: string, student: string, pull: NewPull): Promise<number>
  /** Any request to the emulator as a user, past the gate. */
  ask(login: string, method: string, path: string, body?: unknown): Promise<unknown>
  close(): Promise<void>
}

export interface NewPull {
  /** `branch`, or `owner:branch` of a fork. */
  readonly head: string
  readonly title?: string
  readonly draft?: boolean
}

export const APP = { id: 4242, slug: 'gradus-course' } as const
const TEACHER = 'teacher'
const TEACHER_TOKEN = 'github_pat_of_the_teacher'
const PERMISSIONS = {
  checks: 'write',
  contents: 'read',
  issues: 'write',
  metadata: 'read',
  pull_requests: 'write',
}

export async function startHosted(options: HostedOptions): Promise<Hosted> {
  const { organization, students, now = () => new Date() } = options
  const pushes: Push[] = []
  const statuses: Status[] = []
  const dispatches: unknown[] = []
  const heads = new Map<string, { readonly repository: string; readonly ref: string }>()
  /** Ids of commits: those of git, and those under which the emulator knows them. */
  const ids = { known: new Map<string, string>(), real: new Map<string, string>() }
  const minted = new Map<string, boolean>()
  const tokens = new Map([[TEACHER_TOKEN, TEACHER], ...students.map(ofStudent)])

  const git = await startGitHost({
    now,
    who(token) {
      const login = tokens.get(token)
      if (login !== undefined) return { login, mayPush: login !== TEACHER }
      return minted.get(token) === true ? { login: APP.slug, mayPush: false } : null
    },
    async onPush(push) {
      pushes.push(push)
      await makeKnown(push.repository, push.after)
      for (const [pull, head] of heads) {
        if (head.repository !== push.repository || `refs/heads/${head.ref}` !== push.ref) continue
        const [repository = '', number] = pull.split('#')
        git.publish(repository, Number(number), push.repository, push.after)
        await makeKnown(repository, push.after)
      }
    },
  })
  const gate = await startGate({ callerOf, carryOut })
  // the emulator speaks of the gate's address, so that pages of a list go through it too
  const port = await freePort()
  const inner = `http://127.0.0.1:${port}`
  const emulator = await createEmulator({
    service: 'github',
    port,
    baseUrl: gate.origin,
    seed: {
      tokens: Object.fromEntries([...tokens].map(([token, login]) => [token, { login }])),
      github: {
        users: [TEACHER, ...students].map((login) => ({ login })),
        orgs: [{ login: organization, members: [{ login: TEACHER, role: 'admin' }] }],
        apps: [
          {
            ...{
              app_id: APP.id,
              slug: APP.slug,
              name: 'Gradus',
              permissions: { ...(options.permissions ?? PERMISSIONS) },
            },
            installations: [{ installation_id: 77, account: organization }],
          },
        ],
      },
    },
  })
  const key = emulator.generatedSecrets.find(({ kind }) => kind === 'github.app_private_key')

  function callerOf(token: string): Caller {
    if (token.startsWith('eyJ')) return { kind: 'app', token }
    if (minted.get(token) === true) return { kind: 'installation', token }
    return { kind: tokens.has(token) ? 'token' : 'nobody', token }
  }

  async function forward(asked: Asked, token: string): Promise<Answer> {
    const query = asked.query.size > 0 ? `?${asked.query}` : ''
    const body = asked.body === null ? null : translated(JSON.stringify(asked.body), ids.known)
    const response = await fetch(`${inner}${translated(asked.path, ids.known)}${query}`, {
      method: asked.method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    })
    const text = translated(await response.text(), ids.real)
    const link = response.headers.get('link')
    return {
      status: response.status,
      headers: link === null ? {} : { link },
      body: text === '' ? null : JSON.parse(text),
    }
  }

  async function carryOut(asked: Asked, caller: Caller, operation: string): Promise<Answer> {
    const [, owner, name, rest = ''] =
      /^\/repos\/([^/]+)\/([^/]+)(?:\/(.*))?$/.exec(asked.path) ?? []
    const repository = `${owner}/${name}`
    if (caller.kind === 'token' && options.forbidden?.includes(operation)) {
      return refusal(403, 'Resource not accessible by personal access token')
    }
    switch (operation.replace('/repos/{owner}/{repo}', '')) {
      case 'DELETE /installation/token':
        minted.set(caller.token, false)
        return { status: 204, headers: {}, body: null }
      case 'POST /app/installations/{installation_id}/access_tokens': {
        const answer = await forward(asked, caller.token)
        const token = field(answer.body, 'token')
        if (typeof token === 'string') minted.set(token, true)
        return answer
      }
      case 'GET /activity':
        return (await isReadable(repository, caller)) ?? activity(repository, asked.query)
      case 'POST /dispatches':
        dispatches.push(asked.body)
        return { status: 204, headers: {}, body: null }
      case 'POST /check-runs':
        return unknownCommit(field(asked.body, 'head_sha')) ?? forward(asked, caller.token)
      case 'POST /statuses/{sha}': {
        const sha = rest.slice('statuses/'.length)
        const refused = (await isReadable(repository, caller)) ?? unknownCommit(sha)
        return refused ?? post(repository, sha, asked, caller)
      }
      case 'GET /commits/{ref}/statuses':
        return (
          (await isReadable(repository, caller)) ?? listed(repository, rest.split('/')[1] ?? '')
        )
      case 'GET /pulls':
      case 'GET /pulls/{pull_number}': {
        const answer = await forward(asked, caller.token)
        const body = Array.isArray(answer.body)
          ? answer.body.map((pull: unknown) => withHead(repository, pull, false))
          : withHead(repository, answer.body, true)
        return { ...answer, body }
      }
      case 'GET /commits/{ref}/check-runs': {
        const answer = await forward(asked, caller.token)
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
        return forward(asked, caller.token)
    }
  }

  function unknownCommit(sha: unknown): Answer | null {
    return ids.known.has(String(sha)) ? null : refusal(422, `No commit found for SHA: ${sha}`)
  }

  async function isReadable(repository: string, caller: Caller): Promise<Answer | null> {
    const path = `/repos/${repository}/pulls`
    const asked = { method: 'GET', path, query: new URLSearchParams(), body: null }
    const { status } = await forward(asked, caller.token)
    return status === 200 ? null : refusal(404, 'Not Found')
  }

  function activity(repository: string, query: URLSearchParams): Answer {
    const ref = query.get('ref')
    const full = ref === null || ref.startsWith('refs/') ? ref : `refs/heads/${ref}`
    const found = pushes.filter(
      (push) => push.repository === repository && (full ?? push.ref) === push.ref,
    )
    const body = found
      .map(({ repository: _, actor, ...push }) => ({ ...push, actor: { login: actor } }))
      .toReversed()
    return { status: 200, headers: {}, body: body.slice(0, Number(query.get('per_page') ?? 30)) }
  }

  function post(repository: string, sha: string, { body }: Asked, { token, kind }: Caller): Answer {
    const login = kind === 'installation' ? `${APP.slug}[bot]` : (tokens.get(token) ?? '')
    const status: Status = {
      ...{ id: statuses.length + 1, repository, sha, login },
      state: String(field(body, 'state')),
      description: String(field(body, 'description') ?? ''),
      context: String(field(body, 'context') ?? 'default'),
    }
    statuses.push(status)
    return { status: 201, headers: {}, body: shownStatus(status) }
  }

  function listed(repository: string, sha: string): Answer {
    const found = statuses.filter((each) => each.repository === repository && each.sha === sha)
    return { status: 200, headers: {}, body: found.toReversed().map(shownStatus) }
  }

  /** The head as git has it; one pull request alone also says whether it merges. */
  function withHead(repository: string, pull: unknown, alone: boolean): unknown {
    const head = heads.get(`${repository}#${field(pull, 'number')}`)
    const sha = head === undefined ? null : git.tip(head.repository, `refs/heads/${head.ref}`)
    if (sha === null) return pull
    const base = git.tip(repository, `refs/heads/${field(field(pull, 'base'), 'ref')}`)
    const mergeable = base === null ? null : git.merges(repository, base, sha)
    const { mergeable: _, ...rest } = asObject(pull)
    const shown = { ...rest, head: { ...asObject(field(pull, 'head')), sha } }
    return alone ? { ...shown, mergeable } : shown
  }

  /** Lets the emulator know a commit of git, under an id of its own. */
  async function makeKnown(repository: string, sha: string): Promise<void> {
    const path = `/repos/${repository}/git`
    // parted, so that it is not taken for an id to translate
    const content = `${sha.slice(0, 20)} ${sha.slice(20)}`
    const entry = { path: 'commit', mode: '100644', type: 'blob', content }
    const tree = field(await ask('admin', 'POST', `${path}/trees`, { tree: [entry] }), 'sha')
    const who = { name: 'git', email: 'git@localhost', date: '2026-01-01T00:00:00Z' }
    const commit = { message: content, tree, parents: [], author: who, committer: who }
    const id = field(await ask('admin', 'POST', `${path}/commits`, commit), 'sha')
    // known already in another repository: the answer was translated back
    if (id === sha) return
    ids.known.set(sha, String(id))
    ids.real.set(String(id), sha)
  }

  async function ask(
    login: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<unknown> {
    const token = login === 'admin' ? TEACHER_TOKEN : (ofStudent(login)[0] ?? '')
    const [pathname = '', query] = path.split('?')
    const asked = { method, path: pathname, query: new URLSearchParams(query), body: body ?? null }
    const answer = await forward(asked, token)
    if (answer.status < 300) return answer.body
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }

  return {
    api: gate.origin,
    server: git.origin,
    gate,
    git,
    app: { ...APP, key: key?.value ?? '' },
    token: TEACHER_TOKEN,
    ask,
    async createRepository(repository, owners) {
      const name = repository.split('/')[1]
      await ask('admin', 'POST', `/orgs/${organization}/repos`, {
        name,
        private: true,
        auto_init: true,
      })
      for (const login of owners) {
        await ask('admin', 'PUT', `/repos/${repository}/collaborators/${login}`, {
          permission: 'push',
        })
      }
      git.create(repository)
    },
    async fork(repository, student) {
      await ask(student, 'POST', `/repos/${repository}/forks`, {})
      const fork = `${student}/${repository.split('/')[1]}`
      await ask(student, 'PUT', `/repos/${fork}/collaborators/${TEACHER}`, { permission: 'push' })
      git.fork(repository, fork)
      return fork
    },
    async openPull(repository, student, { head, title = 'My work', draft = false }) {
      const pull = { title, head, base: 'main', draft }
      const number = Number(
        field(await ask(student, 'POST', `/repos/${repository}/pulls`, pull), 'number'),
      )
      const [ref = '', owner] = head.split(':').toReversed()
      const from = owner === undefined ? repository : `${owner}/${repository.split('/')[1]}`
      heads.set(`${repository}#${number}`, { repository: from, ref })
      const sha = git.tip(from, `refs/heads/${ref}`)
      if (sha === null) throw new Error(`${from} has no branch ${ref}`)
      git.publish(repository, number, from, sha)
      await makeKnown(repository, sha)
      return number
    },
    async close() {
      await gate.close()
      await emulator.close()
      await git.close()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('there is no free port')
  return address.port
}

interface Status {
  readonly id: number
  readonly repository: string
  readonly sha: string
  readonly login: string
  readonly state: string
  readonly description: string
  readonly context: string
}

function shownStatus({ id, state, description, context, login }: Status) {
  return { id, state, description, context, creator: { login } }
}

function ofStudent(login: string): [string, string] {
  return [`token-${login}`, login]
}

function translated(text: string, names: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\b[0-9a-f]{40}\b/g, (sha) => names.get(sha) ?? sha)
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
