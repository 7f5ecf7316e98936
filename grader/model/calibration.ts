import type { BackendId } from './backend.ts'
import type { Threshold } from './lab.ts'
import type { Measured } from './outcome.ts'

/** What single training runs of one right solution gave, and what follows for the threshold. */
export interface Runs {
  /** `solution`, or `accepted/<name>`. */
  readonly name: string
  /** Over the code that decides the values: this solution's, and the spec's; runs of other code are not reused. */
  readonly hash: string
  /** One value for each run, by its number from 0; 'NaN' is a run that diverged. */
  readonly values: readonly Measured[]
  readonly summary: RunsSummary
}

export interface RunsSummary {
  readonly runs: number
  readonly diverged: number
  /** Of the runs that did not diverge; null when all did. */
  readonly mean: number | null
  /** Sample standard deviation of the same. */
  readonly std: number | null
  readonly median: number | null
  readonly worst: number | null
  /** Anderson-Darling at 5 %. */
  readonly normal: boolean
  /** The highest `full` (the lowest, for a measure that should be small); null: too few runs. */
  readonly bound: number | null
  readonly method: 'order statistic' | 'normal tolerance limit' | null
  /** How often the rule's statistic misses `full`, at most, with 95 % confidence. */
  readonly missRate: number
}

/** The distribution behind one threshold. */
export interface CalibratedCheck {
  readonly task: string
  readonly check: string
  readonly measure: string
  readonly rule: Threshold['rule']
  readonly seeds: number
  readonly full: number
  /** The strictest over all right solutions; null when one has none. */
  readonly bound: number | null
  /** The largest over all right solutions. */
  readonly missRate: number
  readonly solutions: readonly Runs[]
}

/** A data set, and which bytes of it. */
export interface CalibrationData {
  readonly name: string
  readonly sha256: string
}

/** How right solutions of a lab are distributed, on one backend and one data set. */
export interface Calibration {
  readonly schema: 'gradus/calibration/v1'
  readonly lab: string
  readonly labVersion: number
  /** Null where a lab makes its data itself. */
  readonly data: CalibrationData | null
  readonly backend: {
    readonly id: BackendId
    readonly version: string
    readonly device: string
  }
  readonly checks: readonly CalibratedCheck[]
}
