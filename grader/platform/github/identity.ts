import { InputError } from '../../model/issue.ts'

/** Who we are to GitHub. An App may write check runs; everybody else writes commit statuses. */
export type Identity =
  | { readonly kind: 'app'; readonly id: number; readonly key: string }
  /** A token of an App that somebody else asked for, such as a step of a workflow before ours. */
  | { readonly kind: 'installation'; readonly token: string; readonly slug: string }
  | { readonly kind: 'token'; readonly token: string }

type Environment = Readonly<Record<string, string | undefined>>

export const VARIABLES = {
  app: 'GRADUS_APP_ID',
  key: 'GRADUS_APP_KEY',
  token: 'GRADUS_TOKEN',
  slug: 'GRADUS_APP_SLUG',
} as const

/** The identity that the environment names. Throws an InputError that says what to set. */
export function identityFrom(env: Environment): Identity {
  const identity = identityOrNull(env)
  if (identity !== null) return identity
  throw missing(
    'names no identity for GitHub.',
    `Set ${VARIABLES.app} and ${VARIABLES.key} of a GitHub App, or ${VARIABLES.token}.`,
  )
}

/** The same; null where nothing is set at all. */
export function identityOrNull(env: Environment): Identity | null {
  const [app = '', key = ''] = [env[VARIABLES.app], env[VARIABLES.key]]
  if (app !== '' && key === '') {
    throw missing(`has ${VARIABLES.app} without ${VARIABLES.key}.`, "Set it to the App's PEM key.")
  }
  if (app !== '') {
    const id = Number(app)
    if (Number.isSafeInteger(id)) return { kind: 'app', id, key: key.replaceAll('\\n', '\n') }
    throw missing(`has "${app}" as ${VARIABLES.app}.`, "Write the number on the App's page.")
  }
  const token = env[VARIABLES.token] ?? ''
  if (token === '') return null
  // tokens of installations begin so, and cannot say which App they are of
  if (!token.startsWith('ghs_')) return { kind: 'token', token }
  const slug = env[VARIABLES.slug] ?? ''
  if (slug !== '') return { kind: 'installation', token, slug }
  const next = `Set ${VARIABLES.slug} to the name in the address of the App's page.`
  throw missing(`has the token of an App, and not which one.`, next)
}

function missing(what: string, next: string): InputError {
  return new InputError([{ file: 'the environment', line: null, column: null, what, next }])
}
