import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLab } from '../../catalog/index.ts'
import type { Lab } from '../../model/lab.ts'
import type { PlannedPull } from '../../model/pulls.ts'
import { readPlan } from './read-plan.ts'
import { writeResult } from './results.ts'
import { type ClassRoom, type Identity, openClass, solution } from './testing/class-room.ts'
import { commentsOf, marksOf } from './testing/read-back.ts'
import { stubResult } from './testing/stub-grade.ts'

const BEFORE = new Date('2026-10-05T20:00:00Z')
const AFTER = new Date('2026-10-05T22:00:00Z')
const at = (login: string) => `school/outcomes-${login}`
const right = { 'right.ts': solution('right.ts') }

describe.each<Identity>(['app', 'token'])('the best push counts, as %s', (identity) => {
  let room: ClassRoom
  let lab: Lab
  let clock = BEFORE
  let folders = 0

  beforeAll(async () => {
    const rules = 'due: 2026-10-05 23:59, counts: best, late: { percent-per-day: 10, days: 2 }'
    const students = ['ana', 'again', 'back']
    room = await openClass({ students, lab: rules, now: () => clock })
    lab = await readLab(join(room.folder, 'course'), 'outcomes')
    for (const login of students) await room.hosted.createRepository(at(login), [login])
  }, 120_000)
  afterAll(() => room.close(), 60_000)

  const push = (login: string, files = {}) => room.push(login, at(login), 'work', files)

  async function planned(): Promise<readonly PlannedPull[]> {
    await room.gradus(identity, 'plan', '--out', 'plan.json')
    return readPlan(join(room.folder, 'plan.json')).pulls
  }

  /** Every planned pull request, with so many tasks right. */
  async function reported(rightTasks: number): Promise<readonly PlannedPull[]> {
    const pulls = await planned()
    folders += 1
    const folder = join(room.folder, `results-${folders}`)
    mkdirSync(folder)
    for (const pull of pulls) writeResult(folder, stubResult(lab, pull, rightTasks))
    const { status } = await room.gradus(identity, 'report', folder, '--plan', 'plan.json')
    expect(status).toBe(0)
    return pulls
  }

  test('before the end a worse push is told beside it, and after the end the best gets the final mark', async () => {
    const good = await push('ana', right)
    await room.hosted.openPull(at('ana'), 'ana', { head: 'work' })
    await reported(4)
    const bad = await push('ana')
    await reported(2)
    const short = [good, bad].map((id) => id.slice(0, 7))
    const [first] = await commentsOf(room, at('ana'), 1)
    expect(first).toContain('## 20 / 100 points')
    expect(first).toContain(`40 / 100, of your best push, \`${short[0]}\`; this one has 20.`)
    expect(await planned()).toEqual([])

    clock = AFTER
    const [final, ...others] = await planned()
    expect(others).toEqual([])
    expect(final).toMatchObject({ head: bad, commit: good, split: 'final' })
    expect(final?.lateness).toEqual({ kind: 'on-time' })
    const graded = await room.gradus(identity, 'grade', '--plan', 'plan.json', '--results', 'real')
    expect(graded.stderr).toBe('1 results in real\n')
    await room.gradus(identity, 'report', 'real', '--plan', 'plan.json')
    const [comment, ...more] = await commentsOf(room, at('ana'), 1)
    expect(more).toEqual([])
    expect(comment).toContain('## 10 / 100 points')
    expect(comment).toContain('Hidden inputs: of the final mark')
    // for feedback the last one had more points than the best one has now: it is given its chance
    const next = await reported(1)
    expect(next).toMatchObject([{ head: bad, commit: bad, split: 'final' }])
    expect(await marksOf(room, identity, at('ana'), bad)).toContain(
      'failure: 10 / 100 points · final',
    )
    expect(await planned()).toEqual([])
    const book = await room.gradus(identity, 'gradebook')
    const mark = `outcomes,on-time,10,10,100,0,0,final,${bad},${BEFORE.toISOString()},${at('ana')}#1`
    expect(book).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(mark) })
    clock = BEFORE
  }, 200_000)

  test('a pull request of a head that another one had gets a comment of its own', async () => {
    await push('again')
    await room.hosted.openPull(at('again'), 'again', { head: 'work' })
    await reported(3)
    await room.hosted.ask('again', 'PATCH', `/repos/${at('again')}/pulls/1`, { state: 'closed' })
    await room.hosted.openPull(at('again'), 'again', { head: 'work' })
    expect(await reported(3)).toMatchObject([{ number: 2 }])
    const comments = await commentsOf(room, at('again'), 2)
    expect(comments).toMatchObject([expect.stringContaining('## 30 / 100 points')])
    expect(await planned()).toEqual([])
  }, 120_000)

  test('a branch that goes back to an earlier commit has the comment of that commit again', async () => {
    const first = await push('back', right)
    await room.hosted.openPull(at('back'), 'back', { head: 'work' })
    await reported(4)
    await push('back')
    await reported(2)
    const url = `${room.hosted.server.replace('//', '//back:token-back@')}/${at('back')}.git`
    await room.git('push', '--quiet', '--force', url, `${first}:refs/heads/work`)
    expect(await reported(4)).toMatchObject([{ head: first, commit: first }])
    const [comment, ...others] = await commentsOf(room, at('back'), 1)
    expect(others).toEqual([])
    expect(comment).toContain('## 40 / 100 points')
    expect(comment).toContain(`Commit: <code>${first.slice(0, 7)}</code>`)
    expect(await planned()).toEqual([])
  }, 120_000)
})
