import { App } from 'octokit'
import { GITHUB_PACE, type Octokit, ourOctokit, type Pace } from './client.ts'
import type { Identity } from './identity.ts'

export interface AccessOptions {
  readonly identity: Identity
  /** Address of the API; GitHub's own by default. */
  readonly api?: string | undefined
  readonly pace?: Pace | undefined
}

/** The right clients for repositories of several owners, asked for when first needed. */
export interface Access {
  readonly isApp: boolean
  clientFor(repository: string): Promise<Octokit>
  /** Login under which our comments stand. */
  author(): Promise<string>
  /** A token that may only read the contents of repositories of this owner. */
  readToken(repository: string): Promise<string>
  close(): Promise<void>
}

export const API = 'https://api.github.com'

export function openAccess({ identity, api = API, pace = GITHUB_PACE }: AccessOptions): Access {
  const Client = ourOctokit(api, pace)
  if (identity.kind === 'app') return appAccess(identity, Client)
  const client = new Client({ auth: identity.token })
  const login = remembered(async () => {
    if (identity.kind === 'installation') return `${identity.slug}[bot]`
    return (await client.rest.users.getAuthenticated()).data.login
  })
  return {
    isApp: identity.kind === 'installation',
    clientFor: async () => client,
    author: login,
    readToken: async () => identity.token,
    close: async () => {},
  }
}

function appAccess(
  { id, key }: Extract<Identity, { kind: 'app' }>,
  Client: typeof Octokit,
): Access {
  const app = new App({ appId: id, privateKey: key, Octokit: Client })
  const installations = new Map<string, Promise<number>>()
  const clients = new Map<string, Promise<Octokit>>()
  const readers = new Map<string, Promise<string>>()
  const minted: string[] = []

  const installationOf = (repository: string) =>
    once(installations, ownerOf(repository), async () => {
      const [owner = '', repo = ''] = repository.split('/')
      return (await app.octokit.rest.apps.getRepoInstallation({ owner, repo })).data.id
    })
  return {
    isApp: true,
    clientFor: (repository) =>
      once(clients, ownerOf(repository), async () =>
        app.getInstallationOctokit(await installationOf(repository)),
      ),
    author: remembered(async () => {
      const { data } = await app.octokit.rest.apps.getAuthenticated()
      return `${data?.slug ?? ''}[bot]`
    }),
    readToken: (repository) => once(readers, ownerOf(repository), () => mint(repository)),
    async close() {
      readers.clear()
      for (const token of minted.splice(0)) {
        await new Client({ auth: token }).rest.apps.revokeInstallationAccessToken()
      }
    },
  }

  async function mint(repository: string): Promise<string> {
    const { data } = await app.octokit.rest.apps.createInstallationAccessToken({
      installation_id: await installationOf(repository),
      permissions: { contents: 'read' },
    })
    minted.push(data.token)
    return data.token
  }
}

function ownerOf(repository: string): string {
  return repository.slice(0, repository.indexOf('/'))
}

/** What failed is asked for again the next time. */
function once<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const found = known.get(key)
  if (found !== undefined) return found
  const asked = ask()
  known.set(key, asked)
  asked.catch(() => known.delete(key))
  return asked
}

function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return () => once(known, '', ask)
}
