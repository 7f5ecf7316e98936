import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A change of one branch, as GitHub's activity lists it. */
export interface Push {
  readonly id: number
  readonly repository: string
  readonly ref: string
  readonly before: string
  readonly after: string
  readonly timestamp: string
  readonly activity_type: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion'
  readonly actor: string
}

export interface GitHostOptions {
  /** Who a token belongs to, and whether it may push there; null: nobody's. */
  readonly who: (
    token: string,
    repository: string,
  ) => { readonly login: string; readonly mayPush: boolean } | null
  /** Hears of every push, before the client has its answer. */
  readonly onPush: (push: Push) => Promise<void>
  readonly now: () => Date
}

export interface GitHost {
  readonly origin: string
  create(repository: string): void
  /** A copy with all branches. */
  fork(from: string, to: string): void
  /** The commit of a branch; null where there is no such branch. */
  tip(repository: string, ref: string): string | null
  /** Lets `refs/pull/N/head` of a repository be this commit of a repository. */
  publish(repository: string, pull: number, from: string, sha: string): void
  /** Whether a branch merges into another without conflicts. */
  merges(repository: string, base: string, head: string): boolean
  /** Every request, with the user it came from. */
  readonly requests: readonly { readonly url: string; readonly login: string | null }[]
  close(): Promise<void>
}

const NONE = '0'.repeat(40)

/** Bare repositories behind git's own `http-backend`, on this machine only. */
export async function startGitHost(options: GitHostOptions): Promise<GitHost> {
  const folder = mkdtempSync(join(tmpdir(), 'gradus-git-host-'))
  const place = (repository: string) => join(folder, `${repository}.git`)
  const git = (repository: string, ...args: string[]) =>
    execFileSync('git', ['-C', place(repository), ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment(),
    }).trim()
  const branches = (repository: string) => {
    const format = '--format=%(refname) %(objectname)'
    const lines = git(repository, 'for-each-ref', format, 'refs/heads').split('\n').filter(Boolean)
    return new Map(
      lines.map((line): [string, string] => [line.split(' ')[0] ?? '', line.slice(-40)]),
    )
  }
  const requests: { url: string; login: string | null }[] = []
  let pushes = 0

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const [, repository = '', rest = ''] =
      /^\/([^/]+\/[^/]+?)(?:\.git)?\/(.*)$/.exec(url.pathname) ?? []
    const user = options.who(passwordOf(request), repository)
    requests.push({ url: request.url ?? '', login: user?.login ?? null })
    if (user === null) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end()
      return
    }
    const isPush =
      rest === 'git-receive-pack' || url.searchParams.get('service') === 'git-receive-pack'
    if (isPush && !user.mayPush) {
      response.writeHead(403).end('Write access to repository not granted.')
      return
    }
    const before = isPush ? branches(repository) : new Map<string, string>()
    const body = await cgi(request, {
      ...environment(),
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${repository}.git/${rest}`,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: user.login,
      REMOTE_ADDR: '127.0.0.1',
    })
    if (rest === 'git-receive-pack') {
      for (const push of changes(repository, before, user.login)) await options.onPush(push)
    }
    answer(body, response)
  }

  function changes(repository: string, before: Map<string, string>, actor: string): Push[] {
    const after = branches(repository)
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((ref) => {
      const [old = NONE, now = NONE] = [before.get(ref), after.get(ref)]
      if (old === now) return []
      pushes += 1
      const type = kindOf(repository, old, now)
      const timestamp = options.now().toISOString()
      const common = { id: pushes, repository, ref, before: old, after: now, timestamp, actor }
      return [{ ...common, activity_type: type }]
    })
  }

  function kindOf(repository: string, old: string, now: string): Push['activity_type'] {
    if (old === NONE) return 'branch_creation'
    if (now === NONE) return 'branch_deletion'
    try {
      git(repository, 'merge-base', '--is-ancestor', old, now)
      return 'push'
    } catch {
      return 'force_push'
    }
  }

  function initialize(repository: string, ...clone: string[]) {
    mkdirSync(place(repository), { recursive: true })
    if (clone.length > 0) git(repository, 'clone', '--quiet', '--bare', ...clone, '.')
    else git(repository, 'init', '--quiet', '--bare', '--initial-branch=main')
    git(repository, 'config', 'http.receivepack', 'true')
    git(repository, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
    git(repository, 'config', 'receive.hideRefs', 'refs/pull')
    // a commit that no branch holds any more is still there to be fetched
    git(repository, 'config', 'gc.auto', '0')
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the git host has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    create: (repository) => initialize(repository),
    fork: (from, to) => initialize(to, place(from)),
    tip: (repository, ref) => branches(repository).get(ref) ?? null,
    publish(repository, pull, from, sha) {
      if (from !== repository) git(repository, 'fetch', '--quiet', '--no-tags', place(from), sha)
      git(repository, 'update-ref', `refs/pull/${pull}/head`, sha)
    },
    merges(repository, base, head) {
      try {
        git(repository, 'merge-tree', '--write-tree', base, head)
        return true
      } catch {
        return false
      }
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function environment(): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  }
}

function passwordOf({ headers }: IncomingMessage): string {
  const [scheme, value = ''] = (headers.authorization ?? '').split(' ')
  const text = scheme === 'Basic' ? Buffer.from(value, 'base64').toString() : ''
  return text.slice(text.indexOf(':') + 1)
}

/** Runs `git http-backend` on a request; gives its headers and body as they came. */
async function cgi(request: IncomingMessage, env: Record<string, string>): Promise<Buffer> {
  const child = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'ignore'] })
  // git ends without reading everything when it refuses a push
  child.stdin.on('error', () => undefined)
  request.pipe(child.stdin)
  const chunks: Buffer[] = []
  for await (const chunk of child.stdout) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function answer(output: Buffer, response: ServerResponse): void {
  const end = output.indexOf('\r\n\r\n')
  const lines = output.toString('latin1', 0, end).split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  const status = headers.find(([name]) => name === 'status')?.[1]
  response.statusCode = status === undefined ? 200 : Number(status.slice(0, 3))
  for (const [name, value] of headers) if (name !== 'status') response.setHeader(name, value)
  response.end(output.subarray(end + 4))
}
