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
  /** Gives back the tokens that were made here. */
  close(): Promise<void>
  /** The same, and the token that was given, if it can be given back. */
  revoke(): Promise<void>
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
    async revoke() {
      if (identity.kind === 'installation') await client.rest.apps.revokeInstallationAccessToken()
    },
  }
}

function appAccess(
  { id, key }: Extract<Identity, { kind: 'app' }>,
  Client: typeof Octokit,
): Access {
  const app = new App({ appId: id, privateKey: key, Octokit: Client })
  const installations = new Map<string, number>()
  const asked = new Map<string, Promise<number>>()
  const clients = new Map<number, Promise<Octokit>>()
  const readers = new Map<number, Promise<string>>()
  const minted: string[] = []

  /**
   * One answer holds for all repositories of an owner; that a repository is missing says nothing of the
   * others. One question at a time, because the answer to the first is mostly that to all.
   */
  async function installationOf(repository: string): Promise<number> {
    const [owner = '', repo = ''] = repository.split('/')
    const before = asked.get(owner)
    const ask = async () => {
      await before?.catch(() => undefined)
      const known = installations.get(owner)
      if (known !== undefined) return known
      const { data } = await app.octokit.rest.apps.getRepoInstallation({ owner, repo })
      installations.set(owner, data.id)
      return data.id
    }
    const answer = ask()
    asked.set(owner, answer)
    return answer
  }

  return {
    isApp: true,
    async clientFor(repository) {
      const id = await installationOf(repository)
      return once(clients, id, () => app.getInstallationOctokit(id))
    },
    author: remembered(async () => {
      const { data } = await app.octokit.rest.apps.getAuthenticated()
      return `${data?.slug ?? ''}[bot]`
    }),
    async readToken(repository) {
      const id = await installationOf(repository)
      return once(readers, id, () => mint(id))
    },
    close: revoke,
    revoke,
  }

  async function revoke(): Promise<void> {
    readers.clear()
    for (const token of minted.splice(0)) {
      await new Client({ auth: token }).rest.apps.revokeInstallationAccessToken()
    }
  }

  async function mint(installation_id: number): Promise<string> {
    const { data } = await app.octokit.rest.apps.createInstallationAccessToken({
      installation_id,
      permissions: { contents: 'read' },
    })
    minted.push(data.token)
    return data.token
  }
}

/** What failed is asked for again the next time. */
function once<K, T>(known: Map<K, Promise<T>>, key: K, ask: () => Promise<T>): Promise<T> {
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
