import type { Visibility } from './lab.ts'
import type { Curve, Measured, Mismatch, Provenance } from './outcome.ts'
import type { Failure, Location } from './value.ts'

/**
 * pass | fail (wrong answer) | crash (the student's code threw or ended) | limit (time, memory, output) |
 * skip (not started: the stub still throws its TODO) | fault (ours: no points lost, run again).
 */
export type Verdict = 'pass' | 'fail' | 'crash' | 'limit' | 'skip' | 'fault'

/** What a view needs to word a check's result. */
export type Cause =
  | { readonly kind: 'mismatch'; readonly mismatch: Mismatch; readonly differing: Differing | null }
  | {
      readonly kind: 'below-threshold'
      readonly measure: string
      readonly value: Measured
      readonly full: number
      /** How many trainings were run, and how many of them ended in NaN. */
      readonly runs: number
      readonly diverged: number
    }
  | Failure

/** How many elements exceed the tolerance; `atLeast` when more errors were seen than kept. */
export interface Differing {
  readonly count: number
  readonly atLeast: boolean
  readonly total: number
}

export interface CheckResult {
  readonly id: string
  readonly visibility: Visibility
  readonly verdict: Verdict
  readonly points: number
  readonly maxPoints: number
  /** The worst value of each measurement (or the rule's statistic for a threshold). */
  readonly measurements: Readonly<Record<string, Measured>>
  readonly misconception: string | null
  /** Null for a pass. */
  readonly cause: Cause | null
  readonly curve: Curve | null
  readonly seconds: number
}

export interface TaskResult {
  readonly id: string
  readonly points: number
  readonly maxPoints: number
  /** Where the submission declares the task's main function; null where it does not. */
  readonly location: Location | null
  readonly checks: readonly CheckResult[]
}

/** The record of one grading, shaped as instructors' programs read it. */
export interface Scorecard {
  readonly schema: 'gradus/scorecard/v1'
  readonly lab: string
  readonly submission: string
  readonly points: number
  readonly maxPoints: number
  readonly tasks: readonly TaskResult[]
  readonly provenance: Provenance
}
