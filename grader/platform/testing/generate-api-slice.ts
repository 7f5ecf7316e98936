import { readFileSync, writeFileSync } from 'node:fs'

/**
 * `node grader/platform/testing/generate-api-slice.ts api.github.com.json`: takes the operations that we
 * use out of GitHub's own description of its API, as the package `@octokit/openapi` holds it
 * (`generated/api.github.com.json`; too large to depend on). Keeps what a request must look like.
 */
const OPERATIONS = [
  'GET /app',
  'GET /app/installations/{installation_id}',
  'POST /app/installations/{installation_id}/access_tokens',
  'DELETE /installation/token',
  'GET /rate_limit',
  'GET /user',
  'GET /repos/{owner}/{repo}',
  'GET /repos/{owner}/{repo}/installation',
  'GET /repos/{owner}/{repo}/activity',
  'POST /repos/{owner}/{repo}/dispatches',
  'POST /repos/{owner}/{repo}/forks',
  'GET /repos/{owner}/{repo}/pulls',
  'POST /repos/{owner}/{repo}/pulls',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
  'POST /repos/{owner}/{repo}/check-runs',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
  'POST /repos/{owner}/{repo}/statuses/{sha}',
]

/** Words for people, and what says nothing of a request. */
const DROPPED = new Set([
  'description',
  'example',
  'examples',
  'deprecated',
  'externalDocs',
  'title',
])

type Json = Readonly<Record<string, unknown>>

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('Name the file api.github.com.json.')
const api = asRecord(JSON.parse(readFileSync(file, 'utf8')))
const slice = {
  version: asRecord(api['info'])['version'],
  operations: OPERATIONS.map((name) => {
    const [method = '', path = ''] = name.split(' ')
    const operation = asRecord(asRecord(asRecord(api['paths'])[path])[method.toLowerCase()])
    if (Object.keys(operation).length === 0) throw new Error(`${name} is not in ${file}.`)
    const parameters = list(operation['parameters']).map((each) => asRecord(resolved(each)))
    const query = parameters.filter((each) => each['in'] === 'query')
    const content = asRecord(asRecord(operation['requestBody'])['content'])
    const schema = asRecord(content['application/json'])['schema']
    return {
      method,
      path,
      query: {
        type: 'object',
        properties: Object.fromEntries(
          query.map((each) => [String(each['name']), plain(each['schema'], 'schema')]),
        ),
        additionalProperties: false,
      },
      body: schema === undefined ? null : plain(schema, 'schema'),
    }
  }),
}
const target = new URL('api-slice.generated.json', import.meta.url)
writeFileSync(target, `${JSON.stringify(slice, null, 1)}\n`)

/** GitHub ignores keys that it does not know; a test must not. */
function closed(schema: Json): Json {
  const isOpen = !('properties' in schema) || 'additionalProperties' in schema
  return isOpen ? schema : { ...schema, additionalProperties: false }
}

/** A schema of OpenAPI 3.0 as JSON Schema, without references and words. `at`: a schema, or a map of them. */
function plain(value: unknown, at: 'schema' | 'map'): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each, 'schema'))
  if (typeof value !== 'object' || value === null) return value
  const record = asRecord(resolved(value))
  if (at === 'map') {
    return Object.fromEntries(Object.entries(record).map(([k, v]) => [k, plain(v, 'schema')]))
  }
  const entries = Object.entries(record)
    .filter(([key]) => !DROPPED.has(key) && !key.startsWith('x-') && key !== 'nullable')
    .map(([key, each]) => [key, plain(each, key === 'properties' ? 'map' : 'schema')])
  const schema = closed(asRecord(Object.fromEntries(entries)))
  const nullable = record['nullable'] === true && typeof schema['type'] === 'string'
  return nullable ? { ...schema, type: [schema['type'], 'null'] } : schema
}

function resolved(value: unknown): unknown {
  const reference = asRecord(value)['$ref']
  if (typeof reference !== 'string') return value
  const found = reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, key) => asRecord(at)[key], api)
  return resolved(found)
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function asRecord(value: unknown): Json {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {}
}
