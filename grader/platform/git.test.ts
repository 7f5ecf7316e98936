import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Credentials, fetchCommit, GitFailure, listRefs, type Remote } from './git.ts'
import { gitEnvironment } from './git-settings.ts'

const TOKEN = 'ghs_verySecretToken'

describe('a token', () => {
  test('reaches its host in a header, and no argument of any process', async () => {
    const seen: (string | undefined)[] = []
    let inArguments = false
    const origin = await serve((request, response) => {
      seen.push(request.headers.authorization)
      inArguments ||= commandLines().some((line) => line.includes(TOKEN))
      response.writeHead(404).end()
    })
    await expect(listRefs(at(origin, { origin, token: TOKEN }), folder())).rejects.toThrow(
      GitFailure,
    )
    const basic = Buffer.from(`x-access-token:${TOKEN}`).toString('base64')
    expect(seen.length).toBeGreaterThan(0)
    expect(new Set(seen)).toEqual(new Set([`Basic ${basic}`]))
    expect(inArguments).toBe(false)
  })

  test('is not sent to another origin, not even after a redirect', async () => {
    const seen: (string | undefined)[] = []
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization)
      response.writeHead(404).end()
    })
    const origin = await serve((request, response) => {
      response.writeHead(302, { location: `${other}${request.url}` }).end()
    })
    const credentials = { origin, token: TOKEN }
    await expect(listRefs(at(other, credentials), folder())).rejects.toThrow(GitFailure)
    await expect(listRefs(at(origin, credentials), folder())).rejects.toThrow(GitFailure)
    expect(seen.length).toBeGreaterThan(1)
    expect(new Set(seen)).toEqual(new Set([undefined]))
  })
})

test('a host that stalls is left when asked to, with no process staying behind', async () => {
  const origin = await serve(() => undefined)
  const abort = new AbortController()
  const waiting = listRefs(at(origin, null), folder(), abort.signal)
  const running = () => commandLines().filter((line) => line.includes(origin)).length
  await expect.poll(running, { timeout: 5000 }).toBeGreaterThan(0)
  abort.abort()
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
  await expect.poll(running, { timeout: 5000 }).toBe(0)
})

test('the words of a hostile server stay on one plain line', async () => {
  const origin = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-advertisement' })
    const text = `ERR \u001b[2J::set-output name=x::y ${'long '.repeat(200)}\n`
    response.end(`001e# service=git-upload-pack\n0000${hex(text)}${text}0000`)
  })
  const failure = await listRefs(at(origin, null), folder()).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(GitFailure)
  const message = failure instanceof Error ? failure.message : ''
  expect(message.length).toBeGreaterThan(0)
  expect(message.length).toBeLessThanOrEqual(200)
  expect(message).not.toMatch(/\p{C}/u)
})

test('a host that asks for a password gets none and no person is asked', async () => {
  const origin = await serve((_request, response) => {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="class"' }).end()
  })
  const refs = listRefs(at(origin, null), folder())
  await expect(refs).rejects.toMatchObject({ reason: 'denied' })
})

test('only a full id is ever fetched', async () => {
  const remote: Remote = { url: '/nowhere', protocol: 'file', credentials: null }
  for (const id of ['main', '--upload-pack=x', '0123', `${'a'.repeat(40)}:refs/heads/x`]) {
    await expect(fetchCommit(remote, id, folder())).rejects.toMatchObject({ reason: 'no-object' })
  }
})

test('git sees nothing of the configuration of the machine, and little of its environment', () => {
  const secret = {
    PATH: process.env['PATH'],
    GITHUB_TOKEN: TOKEN,
    GIT_SSH_COMMAND: 'evil',
    HOME: '/root',
  }
  const environment = gitEnvironment('https', null, secret)
  expect(JSON.stringify(environment)).not.toContain(TOKEN)
  expect(environment).toMatchObject({ GIT_ALLOW_PROTOCOL: 'https', HOME: '/nonexistent' })
  const settings = execFileSync('git', ['config', '--list', '--show-origin'], {
    cwd: folder(),
    env: environment,
    encoding: 'utf8',
  })
  const origins = settings
    .trim()
    .split('\n')
    .map((line) => line.split('\t')[0])
  expect(new Set(origins)).toEqual(new Set(['command line:']))
})

function at(origin: string, credentials: Credentials | null): Remote {
  return { url: `${origin}/class/ana`, protocol: 'http', credentials }
}

function hex(packet: string): string {
  return (Buffer.byteLength(packet) + 4).toString(16).padStart(4, '0')
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'gradus-git-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A web server on this machine only, closed after the test; gives its origin. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}`
}

function commandLines(): string[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return []
    try {
      return [readFileSync(`/proc/${name}/cmdline`, 'latin1')]
    } catch {
      return []
    }
  })
}
