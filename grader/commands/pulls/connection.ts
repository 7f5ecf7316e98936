import { type FetchOptions, fetchSubmission } from '../../fetch/index.ts'
import type { Credentials } from '../../platform/git.ts'
import {
  type Access,
  type AccessOptions,
  API,
  type Hub,
  type Identity,
  identityFrom,
  identityOrNull,
  openAccess,
  openHub,
  type Pace,
} from '../../platform/github/index.ts'
import type { World } from '../world.ts'

type Environment = World['env']

/** Where GitHub is: its API, and its server of pages and of git. */
export interface Where {
  readonly api: string
  readonly server: string
}

/** As GitHub Actions names them; GitHub's own where nothing is named. */
export function whereFrom(env: Environment): Where {
  return {
    api: env['GITHUB_API_URL'] || API,
    server: env['GITHUB_SERVER_URL'] || 'https://github.com',
  }
}

/** Throws an InputError where the environment names no identity. */
export function connect(env: Environment, pace?: Pace): Hub {
  const options = accessOptions(identityFrom(env), env)
  return openHub(pace === undefined ? options : { ...options, pace })
}

/** What may read contents of private repositories; null where the environment names no identity. */
function openReading(env: Environment): Access | null {
  const identity = identityOrNull(env)
  return identity === null ? null : openAccess(accessOptions(identity, env))
}

/** Fetches submissions; private ones of our server with the identity of the environment, if it has one. */
export function fetcher(env: Environment) {
  let access: Access | null | undefined
  return {
    async fetch(source: string, options: FetchOptions) {
      const repository = repositoryOfSource(source, whereFrom(env))
      if (repository === null) return fetchSubmission(source, options)
      access ??= openReading(env)
      if (access === null) return fetchSubmission(source, options)
      const credentials = await credentialsFor(access, repository, env)
      return fetchSubmission(source, { ...options, credentials })
    },
    /** Takes back the tokens that were made for it. */
    close: async () => access?.close(),
    /** Takes back the token of the environment too, where that is possible. */
    revoke: async () => access?.revoke(),
  }
}

async function credentialsFor(
  access: Access,
  repository: string,
  env: Environment,
): Promise<Credentials> {
  return {
    origin: new URL(whereFrom(env).server).origin,
    token: await access.readToken(repository),
  }
}

/** What to open a connection with. Throws an InputError where the environment names no identity. */
export function accessFrom(env: Environment): AccessOptions {
  return accessOptions(identityFrom(env), env)
}

function accessOptions(identity: Identity, env: Environment) {
  const pace = paceFrom(env)
  return { identity, api: whereFrom(env).api, ...(pace === null ? {} : { pace }) }
}

/** Against a server of one's own on this machine there is nobody to spare. */
function paceFrom(env: Environment): Pace | null {
  const { hostname } = new URL(whereFrom(env).api)
  if (hostname !== '127.0.0.1') return null
  return { write: 0, notify: 0, writesPerHour: 100_000, second: 5, timeout: 10_000 }
}

/** `owner/name` of a source in the form `SERVER/owner/name#ref`; null for another. */
function repositoryOfSource(source: string, { server }: Where): string | null {
  const path = source.startsWith(`${server}/`) ? source.slice(server.length + 1) : ''
  return /^([\w.-]+\/[\w.-]+)#/.exec(path)?.[1] ?? null
}

/** `owner/name#12`, as GitHub writes it, as a source that git understands; anything else as it is. */
export function pullSource(submission: string, { server }: Where): string {
  const [, repository, number] = /^([\w-][\w.-]*\/[\w.-]+)#(\d+)$/.exec(submission) ?? []
  return repository === undefined ? submission : `${server}/${repository}#refs/pull/${number}/head`
}
