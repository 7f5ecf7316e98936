import { Ajv, type ValidateFunction } from 'ajv'
import slice from './api-slice.generated.json' with { type: 'json' }

/** A request as the gate sees it, before anything is done with it. */
export interface Asked {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** Parsed JSON; null where there is none. */
  readonly body: unknown
}

export interface Operation {
  /** `POST /repos/{owner}/{repo}/check-runs`. */
  readonly name: string
  readonly method: string
  readonly path: RegExp
  readonly query: ValidateFunction
  readonly body: ValidateFunction | null
}

/** What GitHub stores, where its description of the API does not say so, or nobody checks it. */
const LONGEST_COMMENT = 65_536
const LONGEST_STATUS = 140
const MOST_DISPATCH_KEYS = 10

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, validateFormats: false })

const OPERATIONS: readonly Operation[] = slice.operations.map(({ method, path, query, body }) => ({
  name: `${method} ${path}`,
  method,
  path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
  query: ajv.compile(query),
  body: body === null ? null : ajv.compile(body),
}))

/** The operation of GitHub's API that a request asks for; null where we use none like it. */
export function operationOf({ method, path }: Asked): Operation | null {
  return OPERATIONS.find((each) => each.method === method && each.path.test(path)) ?? null
}

/** Why GitHub would answer 422, one phrase for each reason. */
export function objectionsTo(asked: Asked, operation: Operation): string[] {
  const said = (validate: ValidateFunction, where: string) =>
    (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const extra = params['additionalProperty'] ?? ''
      return `${where}${instancePath} ${message ?? 'is wrong'} ${extra}`.trim()
    })
  const query = numbered(asked.query)
  const found = operation.query(query) ? [] : said(operation.query, 'query')
  if (operation.body === null || asked.body === null) return found
  if (!operation.body(asked.body)) found.push(...said(operation.body, 'body'))
  return [...found, ...houseRules(asked, operation.name)]
}

function houseRules({ body }: Asked, name: string): string[] {
  const text = (key: string) => String(field(body, key) ?? '')
  switch (name.replace(/^\w+ \/repos\/\{owner\}\/\{repo\}/, '')) {
    case '/issues/{issue_number}/comments':
    case '/issues/comments/{comment_id}':
      return text('body').length > LONGEST_COMMENT
        ? [`body is too long (maximum is ${LONGEST_COMMENT} characters)`]
        : text('body').trim() === ''
          ? ['body cannot be blank']
          : []
    case '/check-runs':
    case '/check-runs/{check_run_id}':
      return text('status') === 'completed' && text('conclusion') === ''
        ? ['conclusion is required when status is completed']
        : []
    case '/statuses/{sha}':
      return text('description').length > LONGEST_STATUS
        ? [`description is too long (maximum is ${LONGEST_STATUS} characters)`]
        : []
    case '/dispatches': {
      const payload = field(body, 'client_payload')
      const keys = typeof payload === 'object' && payload !== null ? Object.keys(payload) : []
      return keys.length > MOST_DISPATCH_KEYS
        ? [`client_payload has more than ${MOST_DISPATCH_KEYS} keys`]
        : []
    }
    default:
      return []
  }
}

/** A field of what may be an object. */
export function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return Object.entries(value).find(([name]) => name === key)?.[1]
}

function numbered(query: URLSearchParams): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    [...query].map(([key, value]) => [key, /^\d+$/.test(value) ? Number(value) : value]),
  )
}
