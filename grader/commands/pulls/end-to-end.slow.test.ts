import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { field } from '../../platform/testing/strict-rules.ts'
import { type ClassRoom, type Identity, openClass, solution } from './testing/class-room.ts'
import { commentsOf, marksOf } from './testing/read-back.ts'

const OWN = 'school/outcomes-ana'
const FORKED = 'school/outcomes-bo'

describe.each<Identity>(['app', 'token'])('from a push to the comment, as %s', (identity) => {
  let room: ClassRoom
  const numbers = new Map<string, number>()
  const heads = new Map<string, string>()

  async function gradeAll(): Promise<void> {
    const plan = await room.gradus(identity, 'plan', '--out', 'plan.json')
    expect(plan).toMatchObject({ status: 0, stderr: '2 to grade\n' })
    const results = ['--plan', 'plan.json', '--results', 'results']
    const graded = await room.gradus(identity, 'grade', ...results)
    expect(graded).toMatchObject({ status: 0, stderr: '2 results in results\n' })
    const reported = await room.gradus(identity, 'report', 'results', '--plan', 'plan.json')
    expect(reported.stdout.match(/reported: comment/g)).toHaveLength(2)
    expect(reported.status).toBe(0)
  }

  beforeAll(async () => {
    room = await openClass({ students: ['ana', 'bo'] })
    await room.startFromExport()
    const { hosted } = room
    await hosted.createRepository(OWN, ['ana'])
    await hosted.createRepository(FORKED, ['bo'])
    heads.set(OWN, await room.push('ana', OWN, 'work', { 'right.ts': solution('right.ts') }))
    numbers.set(OWN, await hosted.openPull(OWN, 'ana', { head: 'work' }))
    await room.push('bo', FORKED, 'main-work', {})
    const fork = await hosted.fork(FORKED, 'bo')
    heads.set(FORKED, await room.push('bo', fork, 'work', { 'right.ts': solution('right.ts') }))
    numbers.set(FORKED, await hosted.openPull(FORKED, 'bo', { head: 'bo:work' }))
    await gradeAll()
  }, 300_000)
  afterAll(() => room.close(), 60_000)

  test.each([OWN, FORKED])(
    'one comment and one mark stand on the pull request of %s',
    async (at) => {
      const [comment, ...others] = await commentsOf(room, at, numbers.get(at))
      expect(others).toEqual([])
      expect(comment).toContain('## 10 / 100 points - Outcomes')
      expect(comment).toContain('Due Thursday, January 1, 2099')
      expect(await marksOf(room, identity, at, heads.get(at))).toEqual(['failure: 10 / 100 points'])
    },
  )

  test('the comment is written before the mark', () => {
    const writes = room.hosted.gate.transcript.filter(
      ({ method, path }) => method === 'POST' && path.includes('/outcomes-ana/'),
    )
    const kinds = writes.map(({ path }) => path.split('/')[4])
    expect(kinds).toEqual(['issues', identity === 'app' ? 'check-runs' : 'statuses'])
  })

  test('a second push edits the same comment, and tells the change', async () => {
    const files = { 'right.ts': solution('right.ts'), 'wrong.ts': solution('wrong.ts') }
    heads.set(OWN, await room.push('ana', OWN, 'work', files))
    heads.set(FORKED, await room.push('bo', 'bo/outcomes-bo', 'work', files))
    await gradeAll()
    for (const at of [OWN, FORKED]) {
      const [comment, ...others] = await commentsOf(room, at, numbers.get(at))
      expect(others).toEqual([])
      expect(comment).toContain('## 20 / 100 points - Outcomes')
      expect(comment).toContain('+10 points since the last push')
      expect(comment).toContain('Attempt: 2')
      expect(await marksOf(room, identity, at, heads.get(at))).toEqual(['failure: 20 / 100 points'])
    }
  }, 300_000)

  test('nothing is written when nothing was pushed', async () => {
    const { length } = room.hosted.gate.transcript
    const plan = await room.gradus(identity, 'plan')
    expect(plan.stderr).toBe('0 to grade; 2 graded before\n')
    const since = room.hosted.gate.transcript.slice(length)
    expect(since.filter(({ method, path }) => method !== 'GET' && !isToken(path))).toEqual([])
  })

  test('owner/repository#number names a pull request to gradus grade', async () => {
    const name = `${OWN}#${numbers.get(OWN)}`
    const graded = await room.gradus(identity, 'grade', name, '--lab', 'outcomes', '--json')
    const card: unknown = JSON.parse(graded.stdout)
    expect(field(card, 'points')).toBe(20)
    expect(field(field(card, 'provenance'), 'commit')).toBe(heads.get(OWN))
  }, 120_000)
})

function isToken(path: string): boolean {
  return path.includes('token')
}
