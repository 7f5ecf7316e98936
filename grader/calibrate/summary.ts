import type { CalibratedCheck, Runs, RunsSummary } from '../model/calibration.ts'
import type { Task, Threshold } from '../model/lab.ts'
import type { Measured } from '../model/outcome.ts'
import { statistic } from '../model/statistic.ts'
import { unmeasured } from '../model/value-json.ts'
import { boundOf, missRateAt } from './bound.ts'
import { andersonDarling, moments } from './normality.ts'

/** Digits of what only people read: more would hide them. */
const DIGITS = 6

/** The runs of one right solution, with what follows from them for the threshold as it is now. */
export function summarised(
  { name, hash, values }: Omit<Runs, 'summary'>,
  threshold: Threshold,
): Runs {
  return { name, hash, values, summary: summary(values, threshold) }
}

/** A check with all its right solutions: the strictest of them decides. */
export function calibrated(
  task: Task,
  check: string,
  threshold: Threshold,
  solutions: readonly Omit<Runs, 'summary'>[],
): CalibratedCheck {
  const { measure, rule, seeds, marks } = threshold
  const all = solutions.map((runs) => summarised(runs, threshold))
  const bounds = all.map((runs) => runs.summary.bound)
  const known = bounds.filter((bound) => bound !== null)
  const strictest = marks.full > marks.none ? Math.min(...known) : Math.max(...known)
  return {
    task: task.id,
    check,
    measure,
    rule,
    seeds,
    full: marks.full,
    bound: known.length === bounds.length && known.length > 0 ? strictest : null,
    missRate: all.reduce((most, runs) => Math.max(most, runs.summary.missRate), 0),
    solutions: all,
  }
}

function summary(measurements: readonly Measured[], threshold: Threshold): RunsSummary {
  const { marks } = threshold
  const values = measurements.map(unmeasured)
  const finite = values.filter(Number.isFinite)
  const { mean, std } = moments(finite)
  const { value, method } = boundOf(values, threshold)
  const any = finite.length > 0
  const more = marks.full > marks.none
  return {
    runs: values.length,
    diverged: values.length - finite.length,
    mean: any ? shown(mean) : null,
    std: any ? shown(std) : null,
    median: any ? shown(statistic(finite, 'median', more)) : null,
    worst: any ? (more ? Math.min(...finite) : Math.max(...finite)) : null,
    normal: finite.length === values.length && !andersonDarling(values).rejected,
    bound: value,
    method,
    missRate: shown(missRateAt(marks.full, values, threshold)),
  }
}

function shown(value: number): number {
  return Number(value.toPrecision(DIGITS))
}
