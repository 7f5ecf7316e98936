import { APP, openAccounts, TEACHER, TEACHER_TOKEN, tokenOf } from './accounts.ts'
import { carryOutWith } from './carry-out.ts'
import { startEmulator } from './emulator.ts'
import { type Gate, startGate } from './gate.ts'
import { type GitHost, type Push, startGitHost } from './git-host.ts'
import { openStatuses } from './statuses.ts'
import { field } from './strict-rules.ts'

export { APP } from './accounts.ts'

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

const PERMISSIONS = {
  checks: 'write',
  contents: 'read',
  issues: 'write',
  metadata: 'read',
  pull_requests: 'write',
}

export async function startHosted(options: HostedOptions): Promise<Hosted> {
  const { organization, students, now = () => new Date(), forbidden = [] } = options
  const pushes: Push[] = []
  const statuses = openStatuses()
  const heads = new Map<string, { readonly repository: string; readonly ref: string }>()
  const accounts = openAccounts(students)

  const git = await startGitHost({
    now,
    who: accounts.gitUser,
    async onPush(push) {
      pushes.push(push)
      await emulator.makeKnown(push.repository, push.after)
      for (const [pull, head] of heads) {
        if (head.repository !== push.repository || `refs/heads/${head.ref}` !== push.ref) continue
        const [repository = '', number] = pull.split('#')
        git.publish(repository, Number(number), push.repository, push.after)
        await emulator.makeKnown(repository, push.after)
      }
    },
  })
  const gate = await startGate({
    callerOf: accounts.callerOf,
    carryOut: carryOutWith(() => ({ accounts, emulator, git, statuses, pushes, heads, forbidden })),
  })
  const emulator = await startEmulator({
    ...{ baseUrl: gate.origin, organization, app: APP, admin: TEACHER_TOKEN },
    tokens: accounts.tokens,
    permissions: options.permissions ?? PERMISSIONS,
  })
  const { ask } = emulator

  return {
    api: gate.origin,
    server: git.origin,
    gate,
    git,
    app: { ...APP, key: emulator.key },
    token: TEACHER_TOKEN,
    ask: (login, ...request) => ask(login === 'admin' ? TEACHER_TOKEN : tokenOf(login), ...request),
    async createRepository(repository, owners) {
      const name = repository.split('/')[1]
      await ask(TEACHER_TOKEN, 'POST', `/orgs/${organization}/repos`, {
        name,
        private: true,
        auto_init: true,
      })
      for (const login of owners) {
        await ask(TEACHER_TOKEN, 'PUT', `/repos/${repository}/collaborators/${login}`, {
          permission: 'push',
        })
      }
      git.create(repository)
    },
    async fork(repository, student) {
      await ask(tokenOf(student), 'POST', `/repos/${repository}/forks`, {})
      const fork = `${student}/${repository.split('/')[1]}`
      await ask(tokenOf(student), 'PUT', `/repos/${fork}/collaborators/${TEACHER}`, {
        permission: 'push',
      })
      git.fork(repository, fork)
      return fork
    },
    async openPull(repository, student, { head, title = 'My work', draft = false }) {
      const pull = { title, head, base: 'main', draft }
      const number = Number(
        field(await ask(tokenOf(student), 'POST', `/repos/${repository}/pulls`, pull), 'number'),
      )
      const [ref = '', owner] = head.split(':').toReversed()
      const from = owner === undefined ? repository : `${owner}/${repository.split('/')[1]}`
      heads.set(`${repository}#${number}`, { repository: from, ref })
      const sha = git.tip(from, `refs/heads/${ref}`)
      if (sha === null) throw new Error(`${from} has no branch ${ref}`)
      git.publish(repository, number, from, sha)
      await emulator.makeKnown(repository, sha)
      return number
    },
    async close() {
      await gate.close()
      await emulator.close()
      await git.close()
    },
  }
}
