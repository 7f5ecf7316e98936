import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { validateOutcome, validateScorecard } from '../model/records.ts'
import type { CheckResult, Scorecard } from '../model/scorecard.ts'
import { openRecords } from './records.ts'
import { COURSE, gradus } from './testing.ts'

const scratch = mkdtempSync(join(tmpdir(), 'gradus-trainings-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

async function grade(submission: string, out: string, ...more: string[]): Promise<Scorecard> {
  const folder = join(COURSE, submission)
  const options = ['--root', COURSE, '--lab', 'trainings', '--out', join(scratch, out), '--json']
  const { status, stdout, stderr } = await gradus(['grade', folder, ...options, ...more])
  expect(stderr).toBe('')
  expect(status).toBe(0)
  const result = validateScorecard(JSON.parse(stdout))
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.value
}

const learns = (card: Scorecard, task: string): CheckResult | undefined =>
  card.tasks.find(({ id }) => id === task)?.checks[0]

/** Every value that a check measured. */
function values(out: string, task: string, measure: string): readonly unknown[] {
  const [outcome] = openRecords(join(scratch, out)).outcomes('trainings')
  const result = validateOutcome(outcome)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.value.checks.find((each) => each.task === task)?.measurements[measure] ?? []
}

describe('checks that train', () => {
  let solution: Scorecard
  let other: Scorecard
  beforeAll(async () => {
    solution = await grade('solutions/trainings', 'solution')
    other = await grade('submissions/trainings', 'other')
  }, 120_000)

  test('a network that learned real digits gets its points, with its curve', () => {
    const check = learns(solution, 'classify')
    expect(solution.points).toBe(100)
    expect(check).toMatchObject({ verdict: 'pass', points: 25, curve: { metric: 'accuracy' } })
    expect(check?.curve?.points.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5])
    expect(values('solution', 'classify', 'accuracy')).toHaveLength(3)
  })

  test('the scorecard names the data set and the part that judged', () => {
    expect(solution.provenance).toMatchObject({ dataset: 'digits', split: 'feedback' })
    expect(solution.provenance.datasetHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('each training has data and random numbers of its own, the same in every grading', async () => {
    const close = values('other', 'close', 'share')
    expect(new Set(close).size).toBe(close.length)
    await grade('submissions/trainings', 'again')
    expect(values('again', 'close', 'share')).toEqual(close)
  })

  test('the data of all trainings are drawn before the first, and of those added before the first of them', () => {
    expect(values('other', 'close', 'draws')).toEqual([3, 3, 3, 6, 6, 6, 9, 9, 9])
  })

  test('a training goes on with the random numbers of its own draw', () => {
    const numbers = ['number', 'next number'].flatMap((name) => values('other', 'close', name))
    expect(new Set(numbers).size).toBe(18)
    for (const name of ['number', 'next number']) {
      expect(values('solution', 'close', name)).toEqual(values('other', 'close', name).slice(0, 3))
    }
  })

  test('the final mark comes from other examples and seeds', async () => {
    const final = await grade('solutions/trainings', 'final', '--final')
    expect(final.provenance.split).toBe('final')
    expect(values('final', 'close', 'share')).not.toEqual(values('solution', 'close', 'share'))
    expect(values('final', 'classify', 'accuracy')).not.toEqual(
      values('solution', 'classify', 'accuracy'),
    )
  })

  test('a result within its own spread of the full mark gets more runs, twice at most', () => {
    expect(values('other', 'close', 'share')).toHaveLength(9)
    expect(values('solution', 'close', 'share')).toHaveLength(3)
  })

  test('a curve is taken without what is no number, and cannot crash the check', () => {
    expect(learns(other, 'classify')?.curve).toEqual({
      metric: 'also',
      points: [
        { epoch: 1, loss: 3, metric: 0.1 },
        { epoch: 2, loss: 2, metric: 0.2 },
        { epoch: 3, loss: 'NaN', metric: 0.3 },
      ],
    })
  })

  test('trainings that diverged are counted and lose the points', () => {
    expect(learns(other, 'diverge')).toMatchObject({
      verdict: 'fail',
      points: 0,
      cause: { kind: 'below-threshold', value: 'NaN', runs: 3, diverged: 2 },
    })
  })

  test('a check may have more time for a call than the lab', () => {
    expect(learns(other, 'slow')).toMatchObject({ points: 20, cause: { value: 0.4, runs: 3 } })
  })

  test('without marks for a data set nothing is graded', async () => {
    const folder = join(COURSE, 'solutions/trainings')
    const { status, stderr } = await gradus([
      ...['grade', folder, '--root', COURSE, '--lab', 'trainings'],
      ...['--out', join(scratch, 'mnist'), '--data', 'mnist'],
    ])
    expect(status).toBe(2)
    expect(stderr).toContain('cannot be graded on the data set "mnist"')
    expect(() => readFileSync(join(scratch, 'mnist', 'trainings'))).toThrow()
  })
})
