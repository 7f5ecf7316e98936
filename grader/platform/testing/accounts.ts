import type { Caller } from './gate.ts'

/** The App that is installed in the organisation, and the instructor who administers it. */
export const APP = { id: 4242, slug: 'gradus-course' } as const
export const TEACHER = 'teacher'
export const TEACHER_TOKEN = 'github_pat_of_the_teacher'

/** Who holds which token. */
export interface Accounts {
  /** Login by token, of people. */
  readonly tokens: ReadonlyMap<string, string>
  callerOf(token: string): Caller
  loginOf(caller: Caller): string
  /** Who git takes the bearer of a token for; null for a stranger. */
  gitUser(token: string): { readonly login: string; readonly mayPush: boolean } | null
  /** A token of the installation was made, or given back. */
  minted(token: string): void
  revoked(token: string): void
}

export function tokenOf(login: string): string {
  return `token-${login}`
}

export function openAccounts(students: readonly string[]): Accounts {
  const tokens = new Map([
    [TEACHER_TOKEN, TEACHER],
    ...students.map((login): [string, string] => [tokenOf(login), login]),
  ])
  const valid = new Set<string>()
  return {
    tokens,
    callerOf(token) {
      if (token.startsWith('eyJ')) return { kind: 'app', token }
      if (valid.has(token)) return { kind: 'installation', token }
      return { kind: tokens.has(token) ? 'token' : 'nobody', token }
    },
    loginOf: ({ kind, token }) =>
      kind === 'installation' ? `${APP.slug}[bot]` : (tokens.get(token) ?? ''),
    gitUser(token) {
      const login = tokens.get(token)
      if (login !== undefined) return { login, mayPush: login !== TEACHER }
      return valid.has(token) ? { login: APP.slug, mayPush: false } : null
    },
    minted: (token) => void valid.add(token),
    revoked: (token) => void valid.delete(token),
  }
}
