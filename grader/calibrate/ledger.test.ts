import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Frame, type Job, type Ledger, openLedger, TRIAL_RUNS } from './ledger.ts'
import { readCalibration } from './record.ts'
import { change, copyCourse, frameOf } from './testing.ts'

const RUNS = 63
const CALIBRATION = 'labs/guessing/calibration/wasm.json'

async function reopened(root: string, frame: Partial<Frame> = {}): Promise<Ledger> {
  const earlier = await readCalibration(join(root, CALIBRATION))
  return await openLedger({ ...(await frameOf(root)), ...frame }, earlier)
}

/** Values that a ledger lacks after an edit of the calibrated course. */
async function missingAfter(path: string, edit: (text: string) => string): Promise<number> {
  const root = copyCourse()
  change(root, path, edit)
  return (await reopened(root)).missing(RUNS)
}

describe('a calibration is kept', () => {
  test('when nothing changed', async () => {
    const ledger = await reopened(copyCourse())
    expect(ledger.missing(RUNS)).toBe(0)
    expect(ledger.next(RUNS, 10)).toBeNull()
    expect(ledger.stale).toEqual([])
    expect(ledger.kept).toMatchObject({
      job: { solution: { name: 'solution' }, firstRun: 0, count: 1 },
      values: ledger.calibration().checks.map(({ solutions }) => solutions[0]?.values[0]),
    })
  })

  test.each([
    ['a comment', 'solutions/guessing/fit.ts', (text: string) => `// A note.\n${text}`],
    [
      'a line break',
      'labs/guessing/hidden/fit.spec.ts',
      (text: string) => text.replace('{', '{\n'),
    ],
    ['the solution of another task', 'solutions/guessing/double.ts', add('const more = 1')],
    ['the spec of another task', 'labs/guessing/hidden/double.spec.ts', add('const more = 1')],
    ['a mark', 'labs/guessing/lab.yaml', (text: string) => text.replace('full: 0.8', 'full: 0.7')],
  ])('when %s changes', async (_, path, edit) => {
    expect(await missingAfter(path, edit)).toBe(0)
  })
})

describe('runs are made again', () => {
  test.each([
    ['a right solution', 'solutions/guessing/fit.ts', add('export const more = 1'), 2 * RUNS],
    ['what it imports', 'labs/guessing/accepted/squared/between.ts', add('const x = 1'), 2 * RUNS],
    ['the spec', 'labs/guessing/hidden/fit.spec.ts', add('const more = 1'), 6 * RUNS],
  ])('when %s changes', async (_, path, edit, expected) => {
    expect(await missingAfter(path, edit)).toBe(expected)
  })

  test('and only a run of the same code shows whether all else is as it was', async () => {
    const root = copyCourse()
    change(root, 'solutions/guessing/fit.ts', add('export const more = 1'))
    expect((await reopened(root)).kept?.job.solution.name).toBe('accepted/shifted')
    change(root, 'labs/guessing/hidden/fit.spec.ts', add('const more = 1'))
    expect((await reopened(root)).kept).toBeNull()
  })

  test('when a spec begins to call another task, and that changes', async () => {
    const root = copyCourse()
    change(root, 'solutions/guessing/double.ts', add('const more = 1'))
    change(root, 'labs/guessing/hidden/fit.spec.ts', add('const use = "double"'))
    const frame = await frameOf(root)
    const before = (await openLedger(frame, null)).calibration()
    change(root, 'solutions/guessing/double.ts', add('const another = 1'))
    expect((await openLedger(frame, before)).stale).toEqual([
      'fit/accuracy of solution',
      'fit/loss of solution',
    ])
  })

  test('on other data, on another backend, with another version of it', async () => {
    const root = copyCourse()
    const data = { name: 'digits', sha256: 'other' }
    const backend = { id: 'wasm', version: '9.9.9', device: 'cpu' } as const
    const lab = { ...(await frameOf(root)).lab, data: ['digits'] }
    expect((await reopened(root, { lab, data })).missing(RUNS)).toBe(6 * RUNS)
    expect((await reopened(root, { backend })).missing(RUNS)).toBe(6 * RUNS)
    expect((await reopened(root, { backend })).stale).toHaveLength(6)
  })

  test('for a right solution that is new, and only for that one', async () => {
    const root = copyCourse()
    const accepted = join(root, 'labs/guessing/accepted')
    cpSync(join(accepted, 'shifted'), join(accepted, 'moved'), { recursive: true })
    rmSync(join(accepted, 'squared'), { recursive: true })
    const ledger = await reopened(root)
    expect(ledger.missing(RUNS)).toBe(2 * RUNS)
    expect(ledger.stale).toEqual([])
    expect(ledger.next(RUNS, 1000)).toMatchObject({
      solution: { name: 'accepted/moved' },
      firstRun: 0,
      count: RUNS,
    })
  })
})

describe('after a change of the spec', () => {
  /** Makes the first runs of every solution again; `shift` is added to each value. */
  async function tried(shift: number) {
    const root = copyCourse()
    const before = await readCalibration(join(root, CALIBRATION))
    if (before === null) throw new Error('The course has a calibration.')
    change(root, 'labs/guessing/hidden/fit.spec.ts', add('const more = 1'))
    const ledger = await reopened(root)
    const inRecord = ledger.calibration()
    const jobs: string[] = []
    for (let job = nextTrial(ledger); job !== null; job = nextTrial(ledger)) {
      const { solution, firstRun, count, checks } = job
      jobs.push(`${solution.name} ${firstRun}+${count}`)
      for (const of of checks) {
        const old = before.checks.find(({ check }) => check === of.check)?.solutions
        const values = old?.find(({ name }) => name === solution.name)?.values ?? []
        const again = values.slice(firstRun, firstRun + count)
        ledger.add(
          solution,
          of,
          again.map((value) => Number(value) + shift),
        )
      }
    }
    return { before, inRecord, jobs, ledger }
  }

  function nextTrial(ledger: Ledger): Job | null {
    const job = ledger.next(RUNS, 3)
    return job !== null && job.firstRun < TRIAL_RUNS ? job : null
  }

  const valuesIn = ({ checks }: ReturnType<Ledger['calibration']>) =>
    checks.map(({ solutions }) => solutions.map(({ values }) => values))

  test('runs that give the values of before keep the others', async () => {
    const { before, jobs, ledger } = await tried(0)
    expect(jobs).toEqual([
      ...['solution 0+3', 'solution 3+2', 'accepted/shifted 0+3', 'accepted/shifted 3+2'],
      ...['accepted/squared 0+3', 'accepted/squared 3+2'],
    ])
    expect(ledger.missing(RUNS)).toBe(0)
    expect(valuesIn(ledger.calibration())).toEqual(valuesIn(before))
  })

  test('one other value, and all are made again', async () => {
    const { jobs, ledger } = await tried(1e-9)
    expect(jobs).toHaveLength(2)
    expect(ledger.next(RUNS, 1000)).toMatchObject({ firstRun: TRIAL_RUNS })
    expect(valuesIn(ledger.calibration())[0]?.[0]).toHaveLength(TRIAL_RUNS)
  })

  test('the record stays as it was until that is known', async () => {
    const { before, inRecord } = await tried(0)
    expect(inRecord.checks).toEqual(before.checks)
  })
})

test("the next runs are those that all of a solution's checks lack, in order", async () => {
  const ledger = await openLedger(await frameOf(copyCourse()), null)
  const made: string[] = []
  for (let job = ledger.next(5, 2); job !== null; job = ledger.next(5, 2)) {
    const { solution, firstRun, count, checks } = job
    made.push(`${solution.name} ${firstRun}+${count} ${checks.map(({ check }) => check)}`)
    // the first check is one run ahead after the first job, as after a change of the other one's spec
    for (const of of checks)
      ledger.add(
        solution,
        of,
        Array.from({ length: count }, () => 0.9),
      )
    const [first] = checks
    if (made.length === 1 && first !== undefined) ledger.add(solution, first, [0.9])
  }
  expect(made.slice(0, 4)).toEqual([
    'solution 0+2 accuracy,loss',
    'solution 2+1 loss',
    'solution 3+2 accuracy,loss',
    'accepted/shifted 0+2 accuracy,loss',
  ])
  expect(ledger.missing(5)).toBe(0)
})

function add(line: string): (text: string) => string {
  return (text) => `${text}\n${line}\n`
}
