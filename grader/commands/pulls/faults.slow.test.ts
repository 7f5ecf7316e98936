import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLab } from '../../catalog/index.ts'
import type { Lab } from '../../model/lab.ts'
import type { PlannedPull } from '../../model/pulls.ts'
import type { Pace } from '../../platform/github/index.ts'
import { FAULTS, type Fault } from '../../platform/testing/faults.ts'
import { REPOSITORY } from '../testing.ts'
import { connect } from './connection.ts'
import { openHistories } from './history.ts'
import { reportPull } from './report.ts'
import { writeResult } from './results.ts'
import { type ClassRoom, type Identity, openClass } from './testing/class-room.ts'
import { commentsOf, marksOf } from './testing/read-back.ts'
import { stubResult } from './testing/stub-grade.ts'

const AT = 'school/outcomes-ana'
const CASES = 260
const PACE: Pace = { write: 0, notify: 0, writesPerHour: 100_000, second: 1, timeout: 1500 }
let room: ClassRoom
let lab: Lab
let injected = 0
const fresh: PlannedPull[] = []

/** As many pull requests as there are cases, all pushed at once. */
beforeAll(async () => {
  room = await openClass({ students: ['ana'] })
  lab = await readLab(join(room.folder, 'course'), 'outcomes')
  await room.hosted.createRepository(AT, ['ana'])
  await room.push('ana', AT, 'work', {})
  const tree = await room.git('rev-parse', 'HEAD^{tree}')
  const commits = new Map<string, string>()
  for (let index = 0; index < CASES; index += 1) {
    const sha = await room.git('commit-tree', tree, '-p', 'main', '-m', `case ${index}`)
    commits.set(`case-${index}`, sha)
  }
  const url = `${room.hosted.server.replace('//', '//ana:token-ana@')}/${AT}.git`
  const refs = [...commits].map(([branch, sha]) => `${sha}:refs/heads/${branch}`)
  await room.git('push', '--quiet', url, ...refs)
  for (const [branch, head] of commits) {
    const number = await room.hosted.openPull(AT, 'ana', { head: branch })
    fresh.push(planned(number, head))
  }
}, 400_000)
afterAll(async () => {
  process.stdout.write(`faults injected: ${injected}\n`)
  await room.close()
})

function planned(number: number, head: string): PlannedPull {
  const source = `${room.hosted.server}/${AT}#${head}`
  const common = { repository: AT, number, lab: 'outcomes', student: 's0', language: 'en' } as const
  return {
    ...common,
    head,
    isUnmarked: true,
    commit: head,
    source,
    due: null,
    counts: 'last-on-time',
    late: null,
    split: 'feedback',
    pushed: null,
    lateness: { kind: 'none' },
  }
}

/** One run of the reporter for one pull request, with nothing remembered from runs before. */
async function report(identity: Identity, pull: PlannedPull, rightTasks: number): Promise<boolean> {
  const hub = connect(room.env(identity), PACE)
  const histories = openHistories(join(room.folder, 'records'))
  const { result } = stubResult(lab, pull, rightTasks)
  try {
    await reportPull(pull, result, lab, { hub, histories, now: new Date() })
    return true
  } catch {
    return false
  } finally {
    await hub.close()
  }
}

function next(): PlannedPull {
  const pull = fresh.shift()
  if (pull === undefined) throw new Error('there are more cases than pull requests')
  return pull
}

async function isRight(identity: Identity, pull: PlannedPull, points: number): Promise<void> {
  const comments = await commentsOf(room, AT, pull.number)
  expect(comments).toHaveLength(1)
  expect(comments[0]).toContain(`## ${points} / 100 points`)
  const marks = await marksOf(room, identity, AT, pull.head)
  expect(marks[0]).toBe(`failure: ${points} / 100 points`)
}

const SITUATIONS: readonly (readonly [Identity, 'has no mark' | 'may have a mark'])[] = [
  ['app', 'has no mark'],
  ['app', 'may have a mark'],
  ['token', 'has no mark'],
  ['token', 'may have a mark'],
]

describe.each(SITUATIONS)('a fault at any request, as %s, where the head %s', (identity, mark) => {
  const nextHead = () => ({ ...next(), isUnmarked: mark === 'has no mark' })
  let operations: readonly string[] = []
  beforeAll(async () => {
    const { transcript } = room.hosted.gate
    const from = transcript.length
    expect(await report(identity, nextHead(), 1)).toBe(true)
    operations = transcript.slice(from).map(({ operation }) => operation)
  }, 60_000)

  test.each(FAULTS)(
    '%s: one right comment and one mark, at once or after the next run',
    async (fault) => {
      expect(operations.length).toBeGreaterThanOrEqual(5)
      for (const [index, operation] of operations.entries()) {
        const pull = nextHead()
        room.hosted.gate.breakWith((at) => (at === index ? fault : null))
        const done = await report(identity, pull, 1)
        room.hosted.gate.breakWith(null)
        const broken = room.hosted.gate.transcript.filter((entry) => entry.fault === fault)
        expect(broken.at(-1)?.operation).toBe(operation)
        injected += 1
        if (!done) expect(await report(identity, pull, 1), `${operation} again`).toBe(true)
        await isRight(identity, pull, 10)
        expect(await marksOf(room, identity, AT, pull.head), operation).toHaveLength(1)
      }
    },
    300_000,
  )
})

test('a fault while a comment is edited leaves the old one or the new one, and then the new', async () => {
  const pull = next()
  let rightTasks = 1
  await report('app', pull, rightTasks)
  for (const fault of FAULTS) {
    rightTasks += 1
    room.hosted.gate.breakWith((_, operation) => (isEdit(operation) ? firstTime(fault) : null))
    edited = false
    const done = await report('app', pull, rightTasks)
    room.hosted.gate.breakWith(null)
    injected += 1
    if (!done) {
      const [comment] = await commentsOf(room, AT, pull.number)
      expect(comment).toMatch(new RegExp(`## (${rightTasks - 1}0|${rightTasks}0) / 100 points`))
      expect(await report('app', pull, rightTasks)).toBe(true)
    }
    await isRight('app', pull, rightTasks * 10)
  }
}, 300_000)

let edited = false
function firstTime(fault: Fault): Fault | null {
  if (edited) return null
  edited = true
  return fault
}

function isEdit(operation: string): boolean {
  return operation.startsWith('PATCH ') && operation.includes('comments')
}

test('kill -9 of the reporter at any request is mended by the next run', async () => {
  for (const index of [0, 1, 2, 3, 4, 5, 6, 7]) {
    // the last request of one without a mark is the seventh
    const pull = { ...next(), isUnmarked: index % 2 === 0 }
    const results = join(room.folder, `killed-${index}`)
    mkdirSync(results)
    writeResult(results, stubResult(lab, pull, 1))
    const plan = { schema: 'gradus/plan/v1', createdAt: '', pulls: [pull], skipped: [] }
    writeFileSync(join(room.folder, `killed-${index}.json`), JSON.stringify(plan))
    const root = join(room.folder, 'course')
    const args = ['report', results, '--plan', `killed-${index}.json`, '--root', root]
    const child = spawn(process.execPath, [join(REPOSITORY, 'grader/main.ts'), ...args], {
      cwd: room.folder,
      env: room.env('app'),
    })
    // carried out, and the one who asked for it is no more
    room.hosted.gate.breakWith((at) => {
      if (at !== index) return null
      child.kill('SIGKILL')
      return 'late-cut'
    })
    const [, signal] = await once(child, 'close')
    room.hosted.gate.breakWith(null)
    expect(signal).toBe('SIGKILL')
    injected += 1
    expect((await room.gradus('app', ...args.slice(0, 4))).status).toBe(0)
    await isRight('app', pull, 10)
  }
}, 300_000)
