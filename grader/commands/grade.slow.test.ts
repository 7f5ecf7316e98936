import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { validateScorecard } from '../model/records.ts'
import type { Scorecard } from '../model/scorecard.ts'
import { COURSE, gradus, REPOSITORY, startGradus } from './testing.ts'

const scratch = mkdtempSync(join(tmpdir(), 'gradus-grade-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const outcomes = ['--root', COURSE, '--lab', 'outcomes']

function card(stdout: string): Scorecard {
  const result = validateScorecard(JSON.parse(stdout))
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.value
}

describe('a submission that ends each task in its own way', () => {
  let all: Scorecard
  const check = (task: string, id = 'random') =>
    all.tasks.find((each) => each.id === task)?.checks.find((each) => each.id === id)

  beforeAll(async () => {
    const submission = join(COURSE, 'submissions/all')
    const out = join(scratch, 'all')
    const { status, stdout, stderr } = await gradus([
      'grade',
      submission,
      ...outcomes,
      '--json',
      '--out',
      out,
    ])
    expect(stderr).toBe('')
    expect(status).toBe(0)
    all = card(stdout)
  }, 120_000)

  test('a right task gets its points beside tasks that loop, exit, flood and eat memory', () => {
    expect(check('right')).toMatchObject({ verdict: 'pass', points: 6 })
    expect(all).toMatchObject({ points: 10, maxPoints: 100 })
  })

  test('a known mistake is named', () => {
    expect(check('wrong')).toMatchObject({ verdict: 'fail', misconception: 'wrong-adds-two' })
    expect(check('wrong', 'fixed')).toMatchObject({ measurements: { 'max-error': 1 } })
  })

  test('an exception is a crash with its line', () => {
    expect(check('throws')).toMatchObject({
      verdict: 'crash',
      cause: { cause: 'threw', location: { file: 'throws.ts', line: 2 } },
    })
    expect(check('exits')).toMatchObject({ verdict: 'crash', cause: { cause: 'exited' } })
  })

  test('a limit is named with its bound', () => {
    expect(check('loops')).toMatchObject({
      verdict: 'limit',
      cause: { limit: 'call-time', bound: 2, unit: 's' },
    })
    expect(check('eats')).toMatchObject({ verdict: 'limit', cause: { limit: 'memory' } })
    expect(check('floods')).toMatchObject({ verdict: 'limit', cause: { limit: 'output' } })
    expect(check('loopsAtLoad')).toMatchObject({ verdict: 'limit', cause: { limit: 'boot-time' } })
  })

  test('a stub is not started, a forgotten return is a wrong answer', () => {
    expect(check('unstarted')).toMatchObject({ verdict: 'skip', cause: { kind: 'not-started' } })
    expect(check('forgets')).toMatchObject({
      verdict: 'fail',
      cause: { mismatch: { kind: 'structure', got: 'undefined' } },
    })
  })
})

describe('the convolutions lab', () => {
  const grade = async (folder: string) => {
    const out = join(scratch, folder)
    const args = [
      'grade',
      join(REPOSITORY, folder),
      '--lab',
      'convolutions',
      '--json',
      '--out',
      out,
    ]
    return card((await gradus(args)).stdout)
  }

  test('gives its solution every point', async () => {
    expect(await grade('solutions/convolutions')).toMatchObject({ points: 100, maxPoints: 100 })
  }, 60_000)

  test('gives its starter none, and calls it not started', async () => {
    const starter = await grade('starter/convolutions')
    expect(starter.points).toBe(0)
    const checks = starter.tasks.flatMap((task) => task.checks)
    expect(new Set(checks.map(({ verdict }) => verdict))).toEqual(new Set(['skip']))
    expect(checks.every(({ cause }) => cause?.kind === 'not-started')).toBe(true)
  }, 60_000)
})

describe('a class', () => {
  const submissions = Array.from({ length: 20 }, (_, i) => join(scratch, 'class', `student-${i}`))
  const out = join(scratch, 'class-records')
  const args = ['grade', ...submissions, ...outcomes, '--json', '--out', out]
  const records = join(out, 'outcomes')
  const finished = () => {
    if (!existsSync(records)) return []
    return readdirSync(records).filter((name) => existsSync(join(records, name, 'outcome.json')))
  }

  beforeAll(() => {
    for (const folder of submissions)
      cpSync(join(COURSE, 'solutions/outcomes'), folder, { recursive: true })
  })

  test('is graded on from where it was killed', async () => {
    const first = startGradus(args)
    const ended = new Promise((done) => first.on('close', done))
    await expect.poll(() => finished().length, { timeout: 60_000 }).toBeGreaterThan(2)
    first.kill('SIGKILL')
    await ended
    const before = finished()
    expect(before.length).toBeLessThan(20)
    const stamps = new Map(before.map((name) => [name, started(name)]))
    const { status, stdout } = await gradus(args)
    expect(status).toBe(0)
    const cards: readonly Scorecard[] = JSON.parse(stdout)
    expect(cards.map(({ points }) => points)).toEqual(submissions.map(() => 100))
    for (const [name, stamp] of stamps) expect(started(name)).toBe(stamp)
  }, 180_000)

  function started(name: string): string {
    return card(readCard(name)).provenance.startedAt
  }
  function readCard(name: string): string {
    return readFileSync(join(records, name, 'scorecard.json'), 'utf8')
  }

  test('one that is not there costs nobody else their grade', async () => {
    const [one] = submissions
    const { status, stdout, stderr } = await gradus([
      ...['grade', one ?? '', '/nowhere', ...outcomes, '--json', '--out', out],
    ])
    expect(status).toBe(2)
    expect(stderr).toContain('/nowhere does not exist.')
    expect(JSON.parse(stdout)).toHaveLength(1)
  }, 60_000)
})

describe('bad input ends with status 2 and says what to do', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['/nowhere', 'does not exist. Check the path'],
    [REPOSITORY, 'holds none of the files of the lab'],
    [`${REPOSITORY}#no-such-branch`, 'which is not in that repository'],
    ['https://127.0.0.1:9/course.git#main', 'cannot be read'],
  ]
  test.each(cases)(
    '%s',
    async (source, message) => {
      const { status, stdout, stderr } = await gradus(['grade', source, ...outcomes])
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toContain(message)
    },
    60_000,
  )

  test('an unknown lab, with the one that was meant', async () => {
    const { status, stderr } = await gradus(['grade', '.', '--root', COURSE, '--lab', 'outcome'])
    expect(status).toBe(2)
    expect(stderr).toContain('Did you mean "outcomes"?')
  })
})

test('fewer points than --min end with status 1', async () => {
  const args = [
    'grade',
    join(COURSE, 'starter/outcomes'),
    ...outcomes,
    '--out',
    join(scratch, 'min'),
  ]
  expect((await gradus([...args, '--min', '1'])).status).toBe(1)
  expect((await gradus([...args, '--min', '0'])).status).toBe(0)
}, 60_000)
