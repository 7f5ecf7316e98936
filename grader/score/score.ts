import {
  type Check,
  type Lab,
  type Marks,
  marksOn,
  type Task,
  type Threshold,
} from '../model/lab.ts'
import type { CheckOutcome, Measured, Outcome } from '../model/outcome.ts'
import type {
  Cause,
  CheckResult,
  Differing,
  Scorecard,
  TaskResult,
  Verdict,
} from '../model/scorecard.ts'
import { statistic, worstOf } from '../model/statistic.ts'
import { unmeasured } from '../model/value-json.ts'

/** Points are shown with two decimals at most; cents of a point from a linear scale are noise. */
const POINT_DECIMALS = 100

/**
 * Points and verdicts, a pure function of what was measured and of the lab: marking again after a change
 * of lab.yaml needs no new run.
 */
export function score(lab: Lab, outcome: Outcome): Scorecard {
  const { dataset } = outcome.provenance
  const tasks = scoreChecks(lab, outcome.checks, { declared: outcome.declared, dataset })
  return {
    schema: 'gradus/scorecard/v1',
    lab: lab.id,
    submission: outcome.submission,
    points: sum(tasks.map(({ points }) => points)),
    maxPoints: sum(tasks.map(({ maxPoints }) => maxPoints)),
    tasks,
    provenance: outcome.provenance,
  }
}

interface Circumstances {
  readonly declared?: Outcome['declared']
  /** The one that was trained on; by default the lab's first. */
  readonly dataset?: string | null
}

/** The same without the frame of a record. */
export function scoreChecks(
  lab: Lab,
  outcomes: readonly CheckOutcome[],
  { declared = {}, dataset = null }: Circumstances = {},
): TaskResult[] {
  return lab.tasks.map((task) => {
    const checks = task.checks.map((check) => {
      const found = outcomes.find((one) => one.task === task.id && one.check === check.id)
      const outcome = found ?? unrecorded(task, check)
      return scoreCheck(check, outcome, aimOf(lab, check, dataset))
    })
    return {
      id: task.id,
      points: sum(checks.map(({ points }) => points)),
      maxPoints: task.points,
      location: declared[task.id] ?? null,
      checks,
    }
  })
}

/** What a check's measured quantity is held against. */
type Aim = (Pick<Threshold, 'measure' | 'rule'> & { readonly marks: Marks | null }) | null

function aimOf(lab: Lab, { threshold }: Check, dataset: string | null): Aim {
  return threshold === null ? null : { ...threshold, marks: marksOn(lab, threshold, dataset) }
}

/** A check that lab.yaml gained after the run: nothing is known of it. */
function unrecorded(task: Task, check: Check): CheckOutcome {
  const message = `${task.id}/${check.id} was not run; grade this submission again`
  const end = { kind: 'fault', message } as const
  return {
    task: task.id,
    check: check.id,
    end,
    measurements: {},
    mismatch: null,
    misconceptions: [],
    curve: null,
    seconds: 0,
  }
}

interface Judgement {
  readonly verdict: Verdict
  /** Share of the check's points, 0 to 1. */
  readonly share: number
  readonly cause: Cause | null
}

function scoreCheck(check: Check, outcome: CheckOutcome, aim: Aim): CheckResult {
  const { verdict, share, cause } = judge(check, outcome, aim)
  return {
    id: check.id,
    visibility: check.visibility,
    verdict,
    points: rounded(check.points * share),
    maxPoints: check.points,
    measurements: summary(aim, outcome),
    // A crash can be diagnosed too: the second call finds a tensor that the first disposed of.
    misconception: isWrong(verdict) ? (outcome.misconceptions[0] ?? null) : null,
    cause,
    curve: outcome.curve,
    seconds: outcome.seconds,
  }
}

function isWrong(verdict: Verdict): boolean {
  return verdict === 'fail' || verdict === 'crash'
}

function judge(check: Check, { end, measurements, mismatch }: CheckOutcome, aim: Aim): Judgement {
  switch (end.kind) {
    case 'completed':
      return aim === null
        ? judgeErrors(check, measurements, mismatch)
        : judgeThreshold(check, aim, measurements)
    case 'mismatch': {
      const cause =
        mismatch === null ? null : ({ kind: 'mismatch', mismatch, differing: null } as const)
      return { verdict: 'fail', share: 0, cause }
    }
    case 'not-started':
      return { verdict: 'skip', share: 0, cause: end }
    default:
      return { verdict: end.kind, share: 0, cause: end }
  }
}

/** A spec that ends well without measuring what lab.yaml judges has a defect: no pass, no points lost. */
function nothingMeasured({ id }: Check, measure: string): Judgement {
  const message = `the spec of ${id} recorded no ${measure}`
  return { verdict: 'fault', share: 0, cause: { kind: 'fault', message } }
}

/** Without a tolerance, answers must be exact. */
const EXACT = { metric: 'max-error', bound: 0 } as const

function judgeErrors(
  check: Check,
  measurements: CheckOutcome['measurements'],
  mismatch: CheckOutcome['mismatch'],
): Judgement {
  const { metric, bound } = check.tolerance ?? EXACT
  const errors = measurements[metric] ?? []
  if (check.tolerance !== null && errors.length === 0) return nothingMeasured(check, metric)
  // NaN compares false with everything: it must not slip through as "not larger".
  if (errors.every((error) => unmeasured(error) <= bound)) {
    return { verdict: 'pass', share: 1, cause: null }
  }
  if (mismatch?.kind !== 'values') return { verdict: 'fail', share: 0, cause: null }
  const kept = metric === 'max-error' ? mismatch.errors : mismatch.relativeErrors
  const count = kept.filter((error) => !(error <= bound)).length
  const differing: Differing = {
    count,
    atLeast: count === kept.length && kept.length < mismatch.total,
    total: mismatch.total,
  }
  return { verdict: 'fail', share: 0, cause: { kind: 'mismatch', mismatch, differing } }
}

function judgeThreshold(
  check: Check,
  { measure, marks, rule }: NonNullable<Aim>,
  measurements: CheckOutcome['measurements'],
): Judgement {
  if (marks === null) {
    const message = `lab.yaml has no marks of ${check.id} for the data set that was trained on`
    return { verdict: 'fault', share: 0, cause: { kind: 'fault', message } }
  }
  const values = measurements[measure] ?? []
  if (values.length === 0) return nothingMeasured(check, measure)
  const value = statistic(values, rule, marks.full > marks.none)
  const share = Math.min(1, Math.max(0, (value - marks.none) / (marks.full - marks.none)))
  if (share === 1) return { verdict: 'pass', share, cause: null }
  const cause: Cause = {
    kind: 'below-threshold',
    measure,
    value: Number.isNaN(value) ? 'NaN' : value,
    full: marks.full,
    runs: values.length,
    diverged: values.filter((each) => each === 'NaN').length,
  }
  return { verdict: 'fail', share: Number.isNaN(share) ? 0 : share, cause }
}

/** One number for each measurement: the rule's statistic, or the worst case. */
function summary(aim: Aim, { measurements }: CheckOutcome): Record<string, Measured> {
  return Object.fromEntries(
    Object.entries(measurements).map(([name, values]) => {
      if (aim?.measure !== name || aim.marks === null) return [name, worstOf(values)]
      const { marks, rule } = aim
      const value = statistic(values, rule, marks.full > marks.none)
      return [name, Number.isNaN(value) ? 'NaN' : value]
    }),
  )
}

function rounded(points: number): number {
  return Math.round(points * POINT_DECIMALS) / POINT_DECIMALS
}

function sum(points: readonly number[]): number {
  return rounded(points.reduce((total, each) => total + each, 0))
}
