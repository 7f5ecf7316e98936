import type { Backend } from '../model/backend.ts'
import type { Calibration, CalibrationData, Runs } from '../model/calibration.ts'
import { allChecks, type Lab, marksOn, type Task, type Threshold } from '../model/lab.ts'
import type { Measured } from '../model/outcome.ts'
import { specFiles, specFilesOf } from '../run/specs.ts'
import { type RightSolution, rightSolutions } from '../verify/right-solutions.ts'
import { fingerprint } from './fingerprint.ts'
import { calibrated } from './summary.ts'

/** A check that a calibration is about. */
export interface ThresholdCheck {
  readonly task: Task
  readonly check: string
  /** With the marks of the data set. */
  readonly threshold: Threshold
}

/**
 * The checks of a lab that train.
 * @param data the name of the data set
 */
export function thresholdChecks(lab: Lab, data: string | null): ThresholdCheck[] {
  return allChecks(lab).flatMap(({ task, check: { id, threshold } }) => {
    if (threshold === null) return []
    const marks = marksOn(lab, threshold, data)
    if (marks === null) throw new Error(`${task.id}/${id} has no marks on ${data}`)
    return [{ task, check: id, threshold: { ...threshold, marks } }]
  })
}

/** What a calibration is of. */
export interface Frame {
  /** The course root. */
  readonly root: string
  readonly lab: Lab
  readonly backend: Pick<Backend, 'id' | 'version' | 'device'>
  readonly data: CalibrationData | null
}

/** The values of one right solution in one check, by the number of the run. */
interface Entry {
  readonly of: ThresholdCheck
  readonly solution: RightSolution
  readonly hash: string
  readonly values: Measured[]
  /** What was measured before the code changed, until the trial is over; null where there is nothing to try. */
  former: Pick<Runs, 'hash' | 'values'> | null
}

/**
 * Runs that are made again after a change of what they ran. Trainings are seeded: when these give the very values
 * of before, the others are kept, and a new diagnosis in a spec costs minutes, not hours. It is a sample: a change that
 * shows in few runs only is not noticed. Who wants to be sure removes the record, and all runs are made.
 */
export const TRIAL_RUNS = 5

/** Runs that are still to be made, one after another; they measure one or more checks. */
export interface Job {
  readonly solution: RightSolution
  /** The number of the first, from 0. */
  readonly firstRun: number
  readonly count: number
  readonly checks: readonly ThresholdCheck[]
}

/** The runs of a lab's right solutions on one backend and one data set, as far as they still hold. */
export interface Ledger {
  /** What was left out of the record because it was measured of other code: `train/accuracy of solution`. */
  readonly stale: readonly string[]
  /** Those of them whose values are kept if the first runs, made again, give the same. */
  readonly onTrial: readonly string[]
  /** The first run of a right solution, as the record has it and its code still stands; null where there is none. */
  readonly kept: { readonly job: Job; readonly values: readonly (Measured | undefined)[] } | null
  /** How many values are missing until every solution has `runs` in every check. */
  missing(runs: number): number
  /** What to measure next, `most` runs at most; null when nothing is missing. */
  next(runs: number, most: number): Job | null
  /** Keeps the values of the next runs. */
  add(solution: RightSolution, of: ThresholdCheck, values: readonly Measured[]): void
  /** Judged by the thresholds as lab.yaml has them now. What is on trial stands in it as it was. */
  calibration(): Calibration
}

/** Takes from an earlier calibration what was measured of the same code, data and backend. */
export async function openLedger(frame: Frame, earlier: Calibration | null): Promise<Ledger> {
  const { lab } = frame
  const stale: string[] = []
  const onTrial: string[] = []
  const entries: Entry[] = []
  const kept = earlier !== null && sameGround(frame, earlier) ? earlier.checks : []
  const checks = thresholdChecks(lab, frame.data?.name ?? null)
  const solutions = rightSolutions(frame.root, lab.id)
  for (const of of checks) {
    const old = earlier?.checks.find(({ task, check }) => task === of.task.id && check === of.check)
    const usable = kept.find((each) => each === old && each.measure === of.threshold.measure)
    for (const solution of solutions) {
      const hash = await hashOf(frame, of.task, solution)
      const byName = ({ name }: { readonly name: string }) => name === solution.name
      const usableRuns = usable?.solutions.find(byName)
      const isSame = usableRuns?.hash === hash
      const former = isSame || (usableRuns?.values.length ?? 0) <= TRIAL_RUNS ? null : usableRuns
      const key = `${of.task.id}/${of.check} of ${solution.name}`
      if (!isSame && old?.solutions.some(byName) === true) stale.push(key)
      if (former !== null && former !== undefined) onTrial.push(key)
      const values = isSame ? [...usableRuns.values] : []
      entries.push({ of, solution, hash, values, former: former ?? null })
    }
  }
  return {
    stale,
    onTrial,
    kept: keptRun(entries, solutions),
    missing: (runs) =>
      entries.reduce((sum, { values }) => sum + Math.max(0, runs - values.length), 0),
    next: (runs, most) => nextJob(entries, runs, most),
    add(solution, of, values) {
      const entry = entries.find((each) => each.solution === solution && each.of === of)
      if (entry === undefined) throw new Error(`no entry for ${of.check} of ${solution.name}`)
      entry.values.push(...values)
      decide(entry)
    },
    calibration: () => ({
      schema: 'gradus/calibration/v1',
      lab: lab.id,
      labVersion: lab.version,
      data: frame.data,
      backend: {
        id: frame.backend.id,
        version: frame.backend.version,
        device: frame.backend.device,
      },
      checks: checks.map(({ task, check, threshold }) => {
        const own = entries.filter(({ of }) => of.task.id === task.id && of.check === check)
        const runs = own.map(({ solution: { name }, hash, values, former }) => ({
          ...{ name, hash, values },
          ...former,
        }))
        return calibrated(task, check, threshold, runs)
      }),
    }),
  }
}

function keptRun(entries: readonly Entry[], solutions: readonly RightSolution[]): Ledger['kept'] {
  for (const solution of solutions) {
    const own = entries.filter((entry) => entry.solution === solution && entry.values.length > 0)
    if (own.length > 0) {
      const job = { solution, firstRun: 0, count: 1, checks: own.map(({ of }) => of) }
      return { job, values: own.map(({ values }) => values[0]) }
    }
  }
  return null
}

/** Ends the trial of an entry once enough runs were made again. */
function decide(entry: Entry): void {
  const { values, former } = entry
  if (former === null || values.length < TRIAL_RUNS) return
  const isAsBefore = values.every((value, run) => value === former.values[run])
  if (isAsBefore) values.push(...former.values.slice(values.length))
  entry.former = null
}

/** Whether runs of a calibration can be compared with runs made now. */
function sameGround({ lab, backend, data }: Frame, earlier: Calibration): boolean {
  return (
    earlier.lab === lab.id &&
    earlier.backend.id === backend.id &&
    earlier.backend.version === backend.version &&
    earlier.data?.sha256 === data?.sha256
  )
}

function hashOf({ root, lab }: Frame, task: Task, { dir }: RightSolution): Promise<string> {
  const all = [...specFiles(root, lab.id, 'public'), ...specFiles(root, lab.id, 'hidden')]
  return fingerprint({ root, lab, task: task.id, specs: specFilesOf(all, task.id), dir })
}

/** The first solution that lacks runs, and its checks that lack the same ones. */
function nextJob(entries: readonly Entry[], runs: number, most: number): Job | null {
  const short = entries.filter(({ values }) => values.length < runs)
  const [first] = short
  if (first === undefined) return null
  const { solution } = first
  const own = short.filter((entry) => entry.solution === solution)
  const firstRun = Math.min(...own.map(({ values }) => values.length))
  const due = own.filter(({ values }) => values.length === firstRun)
  const until = own.filter((entry) => !due.includes(entry)).map(({ values }) => values.length)
  const trials = due.filter(({ former }) => former !== null).map(() => TRIAL_RUNS)
  const count = Math.min(most, Math.min(runs, ...until, ...trials) - firstRun)
  return { solution, firstRun, count, checks: due.map(({ of }) => of) }
}
