import { once } from 'node:events'
import { createServer } from 'node:net'
import { createEmulator } from 'emulate'
import type { Answer } from './faults.ts'
import { type Asked, field } from './strict-rules.ts'

export interface EmulatorOptions {
  /** The address that it speaks of, so that pages of a list go through the gate too. */
  readonly baseUrl: string
  readonly organization: string
  /** Login by token. */
  readonly tokens: ReadonlyMap<string, string>
  /** Token of the instructor, who administers the organisation. */
  readonly admin: string
  readonly app: { readonly id: number; readonly slug: string }
  readonly permissions: Readonly<Record<string, string>>
}

/** The emulator of GitHub's API, with commits under the ids that git gives them. */
export interface Emulator {
  /** Private key of the App. */
  readonly key: string
  forward(asked: Asked, token: string): Promise<Answer>
  /** A request that must succeed; gives the body of the answer. */
  ask(token: string, method: string, path: string, body?: unknown): Promise<unknown>
  isKnown(sha: string): boolean
  /** Lets it know a commit of git, under an id of its own. */
  makeKnown(repository: string, sha: string): Promise<void>
  close(): Promise<void>
}

export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { tokens, admin, app, organization } = options
  /** Ids of commits: those of git, and those under which the emulator knows them. */
  const ids = { known: new Map<string, string>(), real: new Map<string, string>() }
  const port = await freePort()
  const inner = `http://127.0.0.1:${port}`
  const logins = [...new Set(tokens.values())]
  const emulator = await createEmulator({
    service: 'github',
    port,
    baseUrl: options.baseUrl,
    seed: {
      tokens: Object.fromEntries([...tokens].map(([token, login]) => [token, { login }])),
      github: {
        users: logins.map((login) => ({ login })),
        orgs: [
          { login: organization, members: [{ login: tokens.get(admin) ?? '', role: 'admin' }] },
        ],
        apps: [
          {
            ...{ app_id: app.id, slug: app.slug, name: 'Gradus' },
            permissions: { ...options.permissions },
            installations: [{ installation_id: 77, account: organization }],
          },
        ],
      },
    },
  })
  const key = emulator.generatedSecrets.find(({ kind }) => kind === 'github.app_private_key')

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

  async function ask(token: string, method: string, path: string, body?: unknown) {
    const [pathname = '', query] = path.split('?')
    const asked = { method, path: pathname, query: new URLSearchParams(query), body: body ?? null }
    const answer = await forward(asked, token)
    if (answer.status < 300) return answer.body
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }

  return {
    key: key?.value ?? '',
    forward,
    ask,
    isKnown: (sha) => ids.known.has(sha),
    async makeKnown(repository, sha) {
      const path = `/repos/${repository}/git`
      // parted, so that it is not taken for an id to translate
      const content = `${sha.slice(0, 20)} ${sha.slice(20)}`
      const entry = { path: 'commit', mode: '100644', type: 'blob', content }
      const tree = field(await ask(admin, 'POST', `${path}/trees`, { tree: [entry] }), 'sha')
      const who = { name: 'git', email: 'git@localhost', date: '2026-01-01T00:00:00Z' }
      const commit = { message: content, tree, parents: [], author: who, committer: who }
      const id = field(await ask(admin, 'POST', `${path}/commits`, commit), 'sha')
      // known already in another repository: the answer was translated back
      if (id === sha) return
      ids.known.set(sha, String(id))
      ids.real.set(String(id), sha)
    },
    close: () => emulator.close(),
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

function translated(text: string, names: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\b[0-9a-f]{40}\b/g, (sha) => names.get(sha) ?? sha)
}
