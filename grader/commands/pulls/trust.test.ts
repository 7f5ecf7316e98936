import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readLab } from '../../catalog/index.ts'
import type { PlannedPull, PullResult } from '../../model/pulls.ts'
import { COURSE } from '../testing.ts'
import { stubCard, stubResult } from './testing/stub-grade.ts'
import { lies, plannedFor, readResult } from './trust.ts'

const lab = await readLab(COURSE, 'outcomes')
const [head, other] = ['a'.repeat(40), 'b'.repeat(40)]
const planned: PlannedPull = {
  repository: 'school/outcomes-ana',
  number: 1,
  lab: 'outcomes',
  student: 's1',
  language: 'en',
  head,
  isUnmarked: true,
  commit: head,
  source: `https://github.com/school/outcomes-ana#${head}`,
  due: null,
  counts: 'last-on-time',
  late: null,
  split: 'feedback',
  pushed: null,
  lateness: { kind: 'none' },
}
const honest = stubResult(lab, planned, 3)
const card = stubCard(lab, planned, 3)

describe('a file of results', () => {
  test.each([
    ['is not JSON', '{ "schema": '],
    ['is no result', '{}'],
    ['is no result', JSON.stringify({ ...honest, admin: true })],
    ['must match pattern', JSON.stringify({ ...honest, repository: '../../etc' })],
    ['must match pattern', JSON.stringify({ ...honest, head: 'main' })],
    [
      'is no result',
      JSON.stringify({ ...honest, result: { kind: 'graded', card: { points: 100 } } }),
    ],
  ])('is refused: %s', (why, text) => {
    const read = readResult(file(text))
    expect(read.ok ? '' : read.problem).toContain(why)
  })

  test('of 100 MB is refused before it is read', () => {
    const path = file('')
    truncateSync(path, 100_000_000)
    const read = readResult(path)
    expect(read).toMatchObject({ ok: false, problem: expect.stringContaining('100000000 bytes') })
  })

  test('is taken when it is one', () => {
    expect(readResult(file(JSON.stringify(honest)))).toEqual({ ok: true, result: honest })
  })
})

describe('a result', () => {
  test.each<[string, Partial<PullResult>]>([
    ['is of school/outcomes-bo#1, which is not planned', { repository: 'school/outcomes-bo' }],
    ['is of school/outcomes-ana#2, which is not planned', { number: 2 }],
    ['is of the lab convolutions', { lab: 'convolutions' }],
    [`is of the head ${other}`, { head: other }],
    [`is of commit ${other}`, { commit: other }],
  ])('is refused: %s', (why, change) => {
    const found = plannedFor({ ...honest, ...change }, [planned])
    expect('problem' in found ? found.problem : '').toContain(why)
  })

  test('is of what was planned', () => {
    expect(plannedFor(honest, [planned])).toBe(planned)
  })
})

describe('a scorecard', () => {
  const [first, ...tasks] = card.tasks
  const [check, ...checks] = first?.checks ?? []
  if (first === undefined || check === undefined) throw new Error('the lab has no task')
  const withProvenance = (change: Partial<typeof card.provenance>) => ({
    ...card,
    provenance: { ...card.provenance, ...change },
  })
  const withTask = (task: typeof first) => ({ ...card, tasks: [task, ...tasks] })
  const withCheck = (change: Partial<typeof check>) =>
    withTask({ ...first, checks: [{ ...check, ...change }, ...checks] })

  test('of the grader is believed', () => {
    expect(lies(card, planned, lab)).toEqual([])
  })

  test.each([
    ['adds up points of the lab to 100', { ...card, points: 100 }],
    ['gives 40 points for right/', withCheck({ points: 40 })],
    ['gives -4 points for right/', withCheck({ points: -4 })],
    ['says right/fixed has 40 points', withCheck({ maxPoints: 40 })],
    ['gives all points for a failed right/fixed', withCheck({ verdict: 'fail' })],
    ['says right/fixed is hidden', withCheck({ visibility: 'hidden' })],
    ['has a check right/made-up that the lab has not', withCheck({ id: 'made-up' })],
    ['has no check right/fixed', withTask({ ...first, checks })],
    ['has a check of right twice', withTask({ ...first, checks: [...first.checks, check] })],
    ['has no task right', { ...card, tasks }],
    ['has a task made-up', { ...card, tasks: [...card.tasks, { ...first, id: 'made-up' }] }],
    ['names the lab convolutions', { ...card, lab: 'convolutions' }],
    ['names the submission', { ...card, submission: 'https://example.org/x#y' }],
    [`names the commit ${other}`, { ...card, provenance: { ...card.provenance, commit: other } }],
    ['other specs', { ...card, provenance: { ...card.provenance, labHash: 'c'.repeat(64) } }],
    ['without a sandbox', { ...card, provenance: { ...card.provenance, rung: 'import' as const } }],
    ['made with the final examples', withProvenance({ split: 'final' })],
    ['has a backendVersion that is none', withProvenance({ backendVersion: '**4.22** @ana' })],
    ['has a dataset that is none', withProvenance({ dataset: '[digits](https://example.org)' })],
    ['has a startedAt that is none', withProvenance({ startedAt: '@ana #1' })],
    ['names no backend', withProvenance({ backend: 'http://example.org' })],
    ['names no device', withProvenance({ device: '@ana' })],
    ['made by another grader', withProvenance({ graderVersion: '9.9.9' })],
  ])('that lies is refused: %s', (why, lying) => {
    expect(lies(lying, planned, lab).join('; ')).toContain(why)
  })
})

function file(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gradus-results-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'result.json')
  writeFileSync(path, text)
  return path
}
