import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Hosted, startHosted } from './hosted.ts'
import { field } from './strict-rules.ts'

const REPOSITORY = 'school/convolutions-ana'
let hosted: Hosted
let folder: string

beforeAll(async () => {
  hosted = await startHosted({ organization: 'school', students: ['ana', 'bo'] })
  folder = mkdtempSync(join(tmpdir(), 'gradus-hosted-'))
  await hosted.createRepository(REPOSITORY, ['ana', 'bo'])
  await git('init', '--quiet', '--initial-branch=main')
  await commit('first')
  await push('ana', REPOSITORY, 'main')
}, 120_000)
afterAll(async () => {
  await hosted.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the pull requests of the tests', () => {
  test('have the heads that git has, also after another push', async () => {
    await git('switch', '--quiet', '--create', 'work')
    const first = await commit('second')
    await push('ana', REPOSITORY, 'work')
    const number = await hosted.openPull(REPOSITORY, 'ana', { head: 'work' })
    expect(await headOf(number)).toBe(first)
    const second = await commit('third')
    await push('ana', REPOSITORY, 'work')
    expect(await headOf(number)).toBe(second)
    const refs = await git('ls-remote', remote('ana', REPOSITORY))
    expect(refs).toContain(`${second}\trefs/pull/${number}/head`)
  })

  test('may come from a fork', async () => {
    const fork = await hosted.fork(REPOSITORY, 'bo')
    await git('switch', '--quiet', '--create', 'fork-work', 'main')
    const sha = await commit('of bo')
    await push('bo', fork, 'fork-work')
    const number = await hosted.openPull(REPOSITORY, 'bo', { head: 'bo:fork-work' })
    expect(await headOf(number)).toBe(sha)
  })

  test('list pushes, and say which were forced', async () => {
    await git('switch', '--quiet', '--create', 'forced', 'main')
    await commit('one')
    await push('ana', REPOSITORY, 'forced')
    await git('reset', '--quiet', '--hard', 'main')
    const last = await commit('other')
    await push('ana', REPOSITORY, 'forced')
    const { body } = await api('GET', `/repos/${REPOSITORY}/activity?ref=forced`)
    expect(body).toMatchObject([
      {
        activity_type: 'force_push',
        after: last,
        ref: 'refs/heads/forced',
        actor: { login: 'ana' },
      },
      { activity_type: 'branch_creation' },
    ])
  })
})

describe('the gate', () => {
  const comments = `/repos/${REPOSITORY}/issues/1/comments`
  const statuses = `/repos/${REPOSITORY}/statuses/${'a'.repeat(40)}`
  test.each([
    ['a comment that is too long', 'POST', comments, { body: 'x'.repeat(65_537) }],
    ['a key that GitHub does not know', 'POST', comments, { body: 'x', colour: 'red' }],
    [
      'a status text of 141 characters',
      'POST',
      statuses,
      { state: 'success', description: 'x'.repeat(141) },
    ],
    ['a state that does not exist', 'POST', statuses, { state: 'neutral' }],
    ['a page of 1,000', 'GET', `/repos/${REPOSITORY}/pulls?colour=red`, undefined],
  ])('refuses %s', async (_, method, path, body) => {
    expect(await api(method, path, body)).toMatchObject({ status: 422 })
  })

  test('lets no token write a check run, as GitHub does not', async () => {
    const body = { name: 'x', head_sha: 'a'.repeat(40) }
    expect(await api('POST', `/repos/${REPOSITORY}/check-runs`, body)).toMatchObject({
      status: 403,
    })
  })

  test('knows no stranger and no operation outside of its slice', async () => {
    const answer = await fetch(`${hosted.api}/user`, {
      headers: { authorization: 'Bearer made-up' },
    })
    expect(answer.status).toBe(401)
    expect(await api('DELETE', `/repos/${REPOSITORY}`)).toMatchObject({ status: 501 })
  })

  test('breaks the request that it is told to break', async () => {
    hosted.gate.breakWith((index) => (index === 1 ? 'error' : null))
    expect(await api('GET', '/user')).toMatchObject({ status: 200 })
    expect(await api('GET', '/user')).toMatchObject({ status: 500 })
    hosted.gate.breakWith(null)
    expect(hosted.gate.transcript.at(-1)).toMatchObject({ operation: 'GET /user', fault: 'error' })
  })
})

async function headOf(number: number): Promise<unknown> {
  const { body } = await api('GET', `/repos/${REPOSITORY}/pulls/${number}`)
  return field(field(body, 'head'), 'sha')
}

async function api(method: string, path: string, body?: unknown) {
  const response = await fetch(`${hosted.api}${path}`, {
    method,
    headers: { authorization: `Bearer ${hosted.token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  return { status: response.status, body: answer }
}

function remote(login: string, repository: string): string {
  return `${hosted.server.replace('//', `//${login}:token-${login}@`)}/${repository}.git`
}

async function push(login: string, repository: string, branch: string): Promise<void> {
  await git('push', '--quiet', '--force', remote(login, repository), branch)
}

async function commit(text: string): Promise<string> {
  writeFileSync(join(folder, 'file.txt'), text)
  await git('add', '.')
  await git('commit', '--quiet', '--message', text)
  return await git('rev-parse', 'HEAD')
}

/** Not synchronous: the server that git talks to is in this process. */
async function git(...args: string[]): Promise<string> {
  const who = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org']
  const { stdout } = await promisify(execFile)('git', [...who, ...args], { cwd: folder })
  return stdout.trim()
}
