import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { newest } from './last-records.ts'

const SCRIPT = fileURLToPath(new URL('last-records.ts', import.meta.url))

const artifact = (id: number, created: string, { expired = false, branch = 'main' } = {}) => ({
  expired,
  created_at: created,
  workflow_run: { id, head_branch: branch },
})

test('the newest records are taken, whatever the order of the list', () => {
  const list = [artifact(7, '2026-10-02T10:00:00Z'), artifact(9, '2026-10-03T10:00:00Z')]
  expect(newest(list, 'main')).toBe(9)
  expect(newest(list.toReversed(), 'main')).toBe(9)
})

test('records that are gone, or of another branch, are not taken', () => {
  const list = [
    artifact(7, '2026-10-02T10:00:00Z'),
    artifact(8, '2026-10-03T10:00:00Z', { expired: true }),
    artifact(9, '2026-10-04T10:00:00Z', { branch: 'forged' }),
  ]
  expect(newest(list, 'main')).toBe(7)
  expect(newest(list.slice(1), 'main')).toBe(null)
  expect(newest([], 'main')).toBe(null)
})

/** Runs the script against a server that gives this answer; gives what it printed. */
async function ask(status: number, body: unknown) {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : null
  const env = {
    GITHUB_API_URL: `http://127.0.0.1:${port}`,
    GITHUB_REPOSITORY: 'school/grading',
    GITHUB_REF_NAME: 'main',
    GITHUB_TOKEN: 'one-that-reads',
  }
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT], { env })
  return { stdout, seen }
}

test('GitHub is asked once, with the token, and the run is a line of outputs', async () => {
  const list = { total_count: 1, artifacts: [artifact(42, '2026-10-02T10:00:00Z')] }
  expect(await ask(200, list)).toEqual({
    stdout: 'run=42\n',
    seen: [
      'GET /repos/school/grading/actions/artifacts?name=records&per_page=100 Bearer one-that-reads',
    ],
  })
})

test('the first run finds no records', async () => {
  expect((await ask(200, { total_count: 0, artifacts: [] })).stdout).toBe('run=\n')
})

test('an answer that is no list is an error, never "no records"', async () => {
  await expect(ask(403, { message: 'Resource not accessible' })).rejects.toThrow('answers 403')
  await expect(ask(200, { message: 'odd' })).rejects.toThrow('no list of artifacts')
})
