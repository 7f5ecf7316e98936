import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLab } from '../../catalog/index.ts'
import { fetchSubmission } from '../../fetch/index.ts'
import type { Lab } from '../../model/lab.ts'
import type { PullPlan, PullResult } from '../../model/pulls.ts'
import { field } from '../../platform/testing/strict-rules.ts'
import { readPlan } from './read-plan.ts'
import { resultFile, writeResult } from './results.ts'
import { type ClassRoom, openClass } from './testing/class-room.ts'
import { commentsOf, marksOf } from './testing/read-back.ts'
import { stubResult } from './testing/stub-grade.ts'

const DUE = '2026-10-05T21:59:00Z'
const STUDENTS = [
  'early',
  'late',
  'pushing',
  'drafting',
  'faulty',
  'liar',
  'clashing',
  'guest',
  'double',
]
let room: ClassRoom
let lab: Lab
let clock = new Date('2026-10-05T20:00:00Z')
let folders = 0

const at = (login: string) => `school/outcomes-${login}`

beforeAll(async () => {
  const due = 'due: 2026-10-05 23:59'
  room = await openClass({ students: STUDENTS, lab: due, language: 'es', now: () => clock })
  lab = await readLab(join(room.folder, 'course'), 'outcomes')
}, 120_000)
afterAll(() => room.close(), 60_000)

async function open(login: string, draft = false): Promise<string> {
  await room.hosted.createRepository(at(login), [login])
  const head = await room.push(login, at(login), 'work', { 'own.ts': `// ${login}` })
  await room.hosted.openPull(at(login), login, { head: 'work', draft })
  return head
}

async function plan(...args: string[]): Promise<PullPlan> {
  await room.gradus('app', 'plan', '--out', 'plan.json', ...args)
  return readPlan(join(room.folder, 'plan.json'))
}

async function reported(results: readonly PullResult[]) {
  folders += 1
  const folder = join(room.folder, `results-${folders}`)
  mkdirSync(folder)
  for (const result of results) writeResult(folder, result)
  return room.gradus('app', 'report', folder, '--plan', 'plan.json')
}

const of = ({ pulls }: PullPlan, login: string) => {
  const found = pulls.find(({ repository }) => repository === at(login))
  if (found === undefined) throw new Error(`nothing is planned for ${login}`)
  return found
}

describe('the end of the time', () => {
  test('good work of in time, replaced by force five minutes later, still counts', async () => {
    const good = await open('late')
    clock = new Date(Date.parse(DUE) + 5 * 60_000)
    const bad = await room.push('late', at('late'), 'work', { 'own.ts': '// worse' })
    const planned = of(await plan(), 'late')
    expect(planned).toMatchObject({
      head: bad,
      commit: good,
      pushed: { at: '2026-10-05T20:00:00.000Z', from: 'activity' },
      lateness: { kind: 'on-time' },
    })
    // no branch holds it any more, and it can still be had
    const scratch = join(room.folder, 'fetched')
    mkdirSync(scratch)
    const credentials = { origin: room.hosted.server, token: room.hosted.token }
    const { commit } = await fetchSubmission(planned.source, { lab, scratch, credentials })
    expect(commit).toBe(good)

    await reported([stubResult(lab, planned, 4)])
    const [comment] = await commentsOf(room, at('late'), 1)
    expect(comment).toContain(`Tu último envío, \`${bad.slice(0, 7)}\`, llegó demasiado tarde`)
    expect(comment).toContain('## 40 / 100 puntos')
    expect(await marksOf(room, 'app', at('late'), bad)).toEqual([
      'failure: 40 / 100 puntos · final',
    ])
    clock = new Date('2026-10-05T20:30:00Z')
  }, 120_000)
})

test('a push during the grading makes its result stale: nothing is posted, the next plan has the head', async () => {
  const before = await open('pushing')
  const planned = of(await plan(), 'pushing')
  const after = await room.push('pushing', at('pushing'), 'work', { 'own.ts': '// more' })
  const { stdout, status } = await reported([stubResult(lab, planned, 4)])
  expect(stdout).toContain(`was pushed to while it was graded; ${after} comes with the next plan`)
  expect(status).toBe(0)
  expect(await commentsOf(room, at('pushing'), 1)).toEqual([])
  expect(await marksOf(room, 'app', at('pushing'), before)).toEqual([])
  expect(of(await plan(), 'pushing').head).toBe(after)
}, 120_000)

test('drafts wait, unless they are asked for', async () => {
  await open('drafting', true)
  const why = { repository: at('drafting'), number: 1, why: 'draft' }
  expect((await plan()).skipped).toContainEqual(why)
  expect(of(await plan('--drafts'), 'drafting').number).toBe(1)
}, 120_000)

test('a fault of ours posts a neutral check run, leaves the comment, and is graded again', async () => {
  await open('faulty')
  await reported([stubResult(lab, of(await plan(), 'faulty'), 3)])
  const head = await room.push('faulty', at('faulty'), 'work', { 'own.ts': '// again' })
  const planned = of(await plan(), 'faulty')
  const failed = stubResult(lab, planned, 0)
  const fault = { ...failed, result: { kind: 'fault', message: 'no space is left' } as const }
  const { status, stdout } = await reported([fault])
  expect({ status, stdout }).toMatchObject({ status: 3, stdout: expect.stringContaining('fault') })
  const [comment, ...others] = await commentsOf(room, at('faulty'), 1)
  expect(others).toEqual([])
  expect(comment).toContain('## 30 / 100 puntos')
  expect(await marksOf(room, 'app', at('faulty'), head)).toEqual(['neutral: se volverá a corregir'])
  expect(of(await plan(), 'faulty').head).toBe(head)
  await reported([stubResult(lab, planned, 5)])
  expect((await commentsOf(room, at('faulty'), 1))[0]).toContain('+20 puntos desde el último envío')
  expect((await plan()).pulls.map(({ repository }) => repository)).not.toContain(at('faulty'))
}, 120_000)

test('a tampered result is refused by name, and costs nobody else the report', async () => {
  await open('liar')
  await open('early')
  const planned = await plan()
  const [liar, early] = [of(planned, 'liar'), of(planned, 'early')]
  const lie = stubResult(lab, liar, 10)
  if (lie.result.kind !== 'graded') throw new Error('the stub grades')
  const card = { ...lie.result.card, points: 1000 }
  folders += 1
  const folder = join(room.folder, `results-${folders}`)
  mkdirSync(folder)
  writeResult(folder, { ...lie, result: { kind: 'graded', card } })
  writeResult(folder, stubResult(lab, early, 4))
  writeFileSync(join(folder, 'broken.json'), '{ "schema": "gradus/pull-result/v1", ::error::x')
  writeFileSync(join(folder, 'other.json'), JSON.stringify({ ...lie, repository: 'school/other' }))
  const { stdout, status } = await room.gradus('app', 'report', folder, '--plan', 'plan.json')
  expect(status).toBe(3)
  const summary = readFileSync(room.summary, 'utf8')
  expect(summary).toContain('Informes')
  expect(summary).toMatch(
    / {4}school\/\S*early\S* \S+ {2}informado \(comentario: se creó; marca: se creó\)/,
  )
  expect(summary).not.toContain('::')
  expect(stdout).toMatch(/broken\.json {2}refused: is not JSON/)
  expect(stdout).toMatch(/other\.json {2}refused: is of school\/other#1, which is not planned/)
  expect(stdout).toContain(`${resultFile(liar)}  refused: adds up points of the lab to 1000`)
  expect(stdout).not.toContain('::')
  expect(await commentsOf(room, at('liar'), 1)).toEqual([])
  expect(await commentsOf(room, at('early'), 1)).toHaveLength(1)
}, 120_000)

test('a conflict with the base branch is told, and costs nothing', async () => {
  const head = await open('clashing')
  await room.git('switch', '--quiet', 'main')
  await room.git('switch', '--quiet', '--create', 'other-main')
  mkdirSync(join(room.folder, 'work/src'), { recursive: true })
  writeFileSync(join(room.folder, 'work/src/own.ts'), '// the other side')
  await room.git('add', '--all')
  await room.git('commit', '--quiet', '--message=Other')
  const url = `${room.hosted.server.replace('//', '//clashing:token-clashing@')}/${at('clashing')}.git`
  await room.git('push', '--quiet', '--force', url, 'other-main:main')
  const planned = of(await plan(), 'clashing')
  expect(planned.head).toBe(head)
  await reported([stubResult(lab, planned, 4)])
  expect((await commentsOf(room, at('clashing'), 1))[0]).toContain('tiene conflictos con `main`')
}, 120_000)

test('a marker in a comment of somebody else is nobody to edit', async () => {
  await open('guest')
  const forged = '<!-- gradus:report:outcomes -->\n## 100 / 100 points'
  const path = `/repos/${at('guest')}/issues/1/comments`
  await room.hosted.ask('guest', 'POST', path, { body: forged })
  await reported([stubResult(lab, of(await plan(), 'guest'), 2)])
  const comments = await commentsOf(room, at('guest'), 1)
  expect(comments).toHaveLength(2)
  expect(comments[0]).toBe(forged)
  expect(comments[1]).toContain('## 20 / 100 puntos')
  const authors = await room.hosted.ask('admin', 'GET', path)
  const bot = Array.isArray(authors) ? field(field(authors[1], 'user'), 'login') : null
  expect(bot).toBe('gradus-course[bot]')
}, 120_000)

test('a submission that cannot be graded is told why, in the language of the course', async () => {
  await room.hosted.createRepository(at('double'), ['double'])
  const files = { 'Right.ts': 'export {}\n', 'large.csv': '1,'.repeat(1_100_000) }
  const head = await room.push('double', at('double'), 'work', files)
  await room.hosted.openPull(at('double'), 'double', { head: 'work' })
  const all = await plan()
  const own = { ...all, pulls: [of(all, 'double')] }
  writeFileSync(join(room.folder, 'own.json'), JSON.stringify(own))
  await room.gradus('app', 'grade', '--plan', 'own.json', '--results', 'refused')
  const reported = await room.gradus('app', 'report', 'refused', '--plan', 'own.json')
  expect(reported.status).toBe(0)
  const [comment = ''] = await commentsOf(room, at('double'), 1)
  expect(comment).toContain('## Aún sin corregir - Desenlaces')
  expect(comment).toContain('- `src/large.csv` ocupa 2,2 MB; se permiten 2 MB. Sácalo del')
  expect(comment).toContain(
    '- `src/right.ts` se distingue de `Right.ts` solo por mayúsculas o acentos.',
  )
  expect(await marksOf(room, 'app', at('double'), head)).toEqual(['failure: Aún sin corregir'])
  expect((await plan()).pulls.map(({ repository }) => repository)).not.toContain(at('double'))
}, 120_000)
