import { expect, onTestFinished, test } from 'vitest'
import { type ClassOptions, type ClassRoom, openClass } from './pulls/testing/class-room.ts'

async function classOf(options: Partial<ClassOptions>): Promise<ClassRoom> {
  const room = await openClass({ students: ['ana'], ...options })
  onTestFinished(() => room.close())
  await room.hosted.createRepository('school/outcomes-ana', ['ana'])
  return room
}

test('an App and a token that may do everything lack nothing, and nothing is written', async () => {
  const room = await classOf({})
  const app = await room.gradus('app', 'doctor', '--github')
  expect(app.stdout).toContain('the App gradus-course')
  expect(app.stdout).toMatch(/ok +Checks: write/)
  expect(app.stdout).not.toContain('NO')
  const token = await room.gradus('token', 'doctor', '--github')
  expect(token.stdout).toMatch(/ok +Contents: read/)
  expect(token.stdout).toMatch(/minutes +about \d+ a month/)
  expect(room.hosted.gate.transcript.filter(({ status }) => status === 201)).toEqual([])
}, 60_000)

test('each permission that an App lacks is named, with who can grant it', async () => {
  const room = await classOf({ permissions: { contents: 'read', metadata: 'read' } })
  const { stdout } = await room.gradus('app', 'doctor', '--github')
  expect(stdout).toMatch(/NO +Checks: write/)
  expect(stdout).toMatch(/NO +Pull requests: write/)
  expect(stdout).toContain('It is granted by the owner of the App, who adds it in its settings')
  expect(stdout).toMatch(/ok +Contents: read/)
}, 60_000)

test('each thing that a token may not do is named, with who can grant it', async () => {
  const forbidden = [
    'POST /repos/{owner}/{repo}/statuses/{sha}',
    'GET /repos/{owner}/{repo}/activity',
  ]
  const room = await classOf({ forbidden })
  const { stdout } = await room.gradus('token', 'doctor', '--github')
  expect(stdout).toMatch(/NO +Commit statuses: write/)
  expect(stdout).toMatch(/NO +Contents: read/)
  expect(stdout).toMatch(/ok +Pull requests: write/)
  expect(stdout).toContain(
    'the owner of the token (teacher), and then an owner of the organisation',
  )
}, 60_000)

test('no identity at all is told with what to set', async () => {
  const room = await classOf({})
  const { main } = await import('../cli.ts')
  let stderr = ''
  const silent = { write: (text: string) => (stderr += text) }
  const env = { PATH: '', GITHUB_API_URL: room.hosted.api }
  const world = { cwd: room.folder, env, stdout: silent, stderr: silent, now: () => new Date() }
  const status = await main(['doctor', '--github', '--root', `${room.folder}/course`], {
    ...world,
    exit: (code) => process.exit(code),
  })
  expect(status).toBe(2)
  expect(stderr).toContain('Set GRADUS_APP_ID and GRADUS_APP_KEY of a GitHub App, or GRADUS_TOKEN.')
}, 60_000)

test('before the first repository is made, that is what is missing, and no permission', async () => {
  const room = await openClass({ students: ['ana'] })
  onTestFinished(() => room.close())
  for (const identity of ['app', 'token'] as const) {
    const { stdout } = await room.gradus(identity, 'doctor', '--github')
    expect(stdout).toMatch(/NO +repositories +none of 1 is there, or .+ may see none/)
    expect(stdout).not.toContain('It is granted by')
    expect(stdout).toMatch(/minutes +about \d+ a month: 1440 for asking/)
  }
}, 60_000)

test('a lab without repositories hides no permission of the others', async () => {
  const room = await openClass({ students: ['none', 'ana'] })
  onTestFinished(() => room.close())
  await room.hosted.createRepository('school/outcomes-ana', ['ana'])
  const { stdout } = await room.gradus('app', 'doctor', '--github')
  expect(stdout).toMatch(/ok +Checks: write/)
  expect(stdout).not.toContain('NO')
}, 60_000)
