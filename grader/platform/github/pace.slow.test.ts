import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { GITHUB_PACE, ourOctokit, type Pace } from './client.ts'

/** Counts what arrives; the moments in milliseconds. */
async function counting(
  answer: (index: number) => number,
): Promise<{ api: string; moments: number[] }> {
  const moments: number[] = []
  const server = createServer((request: IncomingMessage, response) => {
    request.resume()
    const status = answer(moments.length)
    moments.push(performance.now())
    const message = status === 403 ? 'You have exceeded a secondary rate limit.' : 'done'
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '1' })
    response.end(JSON.stringify({ message }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return { api: `http://127.0.0.1:${address.port}`, moments }
}

/** A tenth of GitHub's times. */
const TENTH: Pace = { ...GITHUB_PACE, write: 100, notify: 300, second: 100 }

const comment = { owner: 'school', repo: 'lab', issue_number: 1, body: 'text' }

test('comments and marks of a class keep to 80 new things a minute', async () => {
  const { api, moments } = await counting(() => 201)
  // a minute in three seconds
  const pace = { ...GITHUB_PACE, write: GITHUB_PACE.write / 20, notify: GITHUB_PACE.notify / 20 }
  const client = new (ourOctokit(api, pace))({ auth: 'token' })
  const sha = 'a'.repeat(40)
  const one = async () => {
    await client.rest.issues.createComment(comment)
    const status = { owner: 'school', repo: 'lab', sha, state: 'success' } as const
    await client.rest.repos.createCommitStatus(status)
  }
  await Promise.all(Array.from({ length: 60 }, one))
  const inAMinute = moments.map(
    (from) => moments.filter((at) => at >= from && at < from + 3000).length,
  )
  expect(moments).toHaveLength(120)
  expect(Math.max(...inAMinute)).toBeLessThanOrEqual(80)
  expect(GITHUB_PACE.writesPerHour).toBeLessThanOrEqual(500)
}, 60_000)

test('the writes of an hour are no more than GitHub takes in one', async () => {
  const { api, moments } = await counting(() => 201)
  const pace = { ...TENTH, write: 1, notify: 1, writesPerHour: 5 }
  const client = new (ourOctokit(api, pace))({ auth: 'token' })
  const waiting = Promise.all(
    Array.from({ length: 8 }, () => client.rest.issues.createComment(comment)),
  )
  waiting.catch(() => undefined)
  await new Promise((done) => setTimeout(done, 1000))
  expect(moments).toHaveLength(5)
})

test('who is told to come back later does, after that time', async () => {
  const { api, moments } = await counting((index) => (index === 0 ? 403 : 201))
  const client = new (ourOctokit(api, TENTH))({ auth: 'token' })
  await client.rest.issues.createComment({ ...comment, request: { retries: 0 } })
  expect(moments).toHaveLength(2)
  expect((moments[1] ?? 0) - (moments[0] ?? 0)).toBeGreaterThanOrEqual(TENTH.second * 0.9)
})
