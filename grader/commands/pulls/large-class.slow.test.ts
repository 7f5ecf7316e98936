import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLab } from '../../catalog/index.ts'
import { GITHUB_PACE } from '../../platform/github/client.ts'
import type { Entry } from '../../platform/testing/gate.ts'
import { reportCommand } from '../report.ts'
import { readPlan } from './read-plan.ts'
import { writeResult } from './results.ts'
import { type ClassRoom, openClass } from './testing/class-room.ts'
import { stubResult } from './testing/stub-grade.ts'

const STUDENTS = Array.from({ length: 300 }, (_, index) => `student-${index}`)
/** GitHub's limits of an hour, in so many times less of it. */
const FASTER = 40
const SECOND = 1000 / FASTER
const PACE = {
  ...GITHUB_PACE,
  write: GITHUB_PACE.write / FASTER,
  notify: GITHUB_PACE.notify / FASTER,
  second: SECOND,
}

/** Pushes at the same time. */
const AT_ONCE = 6

let room: ClassRoom
beforeAll(async () => {
  room = await openClass({ students: STUDENTS })
  const [first = '', ...others] = STUDENTS
  await room.hosted.createRepository(at(first), [first])
  await room.push(first, at(first), 'work', {})
  await room.hosted.openPull(at(first), first, { head: 'work' })
  const work = async () => {
    for (let login = others.pop(); login !== undefined; login = others.pop()) await open(login)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}, 600_000)
afterAll(() => room.close(), 60_000)

const at = (login: string) => `school/outcomes-${login}`

/** The work of the first student, for another one. */
async function open(login: string): Promise<void> {
  await room.hosted.createRepository(at(login), [login])
  const url = `${room.hosted.server.replace('//', `//${login}:token-${login}@`)}/${at(login)}.git`
  await room.git('push', '--quiet', url, 'work', 'main')
  await room.hosted.openPull(at(login), login, { head: 'work' })
}

/** The most of these that arrived within so many milliseconds. */
function most(entries: readonly Entry[], span: number): number {
  const moments = entries.map(({ at }) => at)
  return Math.max(
    ...moments.map((from) => moments.filter((at) => at >= from && at < from + span).length),
  )
}

test('a course of 300 repositories keeps to what GitHub takes in a minute and in an hour', async () => {
  const { transcript } = room.hosted.gate
  const from = transcript.length
  const plan = await room.gradus('app', 'plan', '--out', 'plan.json')
  expect(plan.stderr).toBe('300 to grade\n')
  const asked = transcript.length - from

  const root = join(room.folder, 'course')
  const lab = await readLab(root, 'outcomes')
  for (const pull of readPlan(join(room.folder, 'plan.json')).pulls) {
    writeResult(join(room.folder, 'results'), stubResult(lab, pull, 3))
  }
  const before = transcript.length
  let told = ''
  const status = await reportCommand(
    { root, plan: 'plan.json', results: ['results'], pace: { ...PACE, timeout: 30_000 } },
    {
      ...{ cwd: room.folder, env: room.env('app'), now: () => new Date() },
      stdout: { write: (text) => (told += text) },
      stderr: { write: () => true },
      exit: (code) => process.exit(code),
    },
  )
  expect(status).toBe(0)
  expect(told.match(/comment created, mark created/g)).toHaveLength(300)

  const reported = transcript.slice(before)
  const writes = reported.filter(
    ({ method, path }) => method !== 'GET' && path.startsWith('/repos/'),
  )
  expect(writes).toHaveLength(600)
  const [inAMinute, inAnHour] = [most(writes, 60 * SECOND), most(writes, 3600 * SECOND)]
  const minutes = ((reported.at(-1)?.at ?? 0) - (reported[0]?.at ?? 0)) / 1000 / 60
  process.stdout.write(
    `300 pull requests: ${asked} requests to plan, ${reported.length} to report, ` +
      `at most ${inAMinute} writes a minute and ${inAnHour} an hour, ` +
      `${Math.round(minutes * FASTER)} minutes at GitHub's pace\n`,
  )
  expect(inAMinute).toBeLessThanOrEqual(80)
  expect(inAnHour).toBeLessThanOrEqual(500)
  // what an installation of an App may ask in an hour
  expect(asked + reported.length).toBeLessThanOrEqual(5000)
}, 600_000)
