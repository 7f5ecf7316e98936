import type { Backbone } from '../model/backbone.ts'
import type { Dataset } from '../model/dataset.ts'
import type { Lab } from '../model/lab.ts'
import type { CheckOutcome, Split } from '../model/outcome.ts'
import type { JsonValue } from '../model/value-json.ts'

/** Seeds of one check: `random` feeds the spec's own inputs, `submission` reseeds `Math.random` beside the student's code. */
export interface CheckSeeds {
  /** 32 hex digits. */
  readonly random: string
  /** Unsigned 32-bit; derived one way from the other, so that it tells nothing. */
  readonly submission: number
}

/** Ways to spoil right answers; `gradus verify` demands that checks notice. */
export const DISTORTIONS = ['zeros', 'constant', 'nan', 'float16'] as const
export type Distortion = (typeof DISTORTIONS)[number]

export type TransportSettings =
  /** Requests go over a broadcast channel to the thread that owns the sandbox. */
  | { readonly kind: 'channel'; readonly name: string }
  /** The submission is imported into this very process: only for code that the caller trusts. */
  | {
      readonly kind: 'import'
      /** Absolute folder of the submission. */
      readonly dir: string
      /** Absolute path of a module whose exports replace the submission's. */
      readonly override: string | null
      readonly distortion: Distortion | null
      /** Name of a broadcast channel that hears of every call, see `CallNotice`; null: nobody listens. */
      readonly notices: string | null
    }

/**
 * Posted when a call of the submission begins (its check) and when it has ended (null). It arrives also when
 * the thread that called never comes back.
 */
export type CallNotice = {
  readonly task: string
  readonly check: string
  /** Longest that the call may take; null: the lab's `callSeconds`. */
  readonly seconds: number | null
} | null

/** Posted when one of a check's trainings begins: its number from 1, and how many are planned. */
export interface RunNotice {
  readonly task: string
  readonly check: string
  readonly run: number
  readonly planned: number
}

/** Where `reference` comes from in public specs; hidden specs always ask the solution. */
export type RecordingSettings =
  | { readonly kind: 'play'; readonly values: Readonly<Record<string, readonly JsonValue[]>> }
  | { readonly kind: 'record' }

/** All that a run tells the kit, as plain data. */
export interface KitSettings {
  readonly lab: Lab
  /** Absolute folder of the reference solution, or null where there is none (a student's machine). */
  readonly solutionDir: string | null
  /** Absolute folder of the misconceptions, or null: nothing is replayed. */
  readonly misconceptionsDir: string | null
  /** Absolute folder of the oracles, for `gradus verify`. */
  readonly oracleDir: string
  readonly transport: TransportSettings
  readonly recording: RecordingSettings
  /** What `dataset` draws from; null for a lab without data. */
  readonly dataset: Dataset | null
  /** What `backbone()` gives; null for a lab without one. */
  readonly backbone: Backbone | null
  /** Which held-out examples judge. */
  readonly split: Split
  /** Trainings to run in place of the threshold's seeds, without more when they are close: for calibration. */
  readonly rehearsedRuns: { readonly firstRun: number; readonly runs: number } | null
  /** Name of a broadcast channel that hears of every training, see `RunNotice`; null: nobody listens. */
  readonly runNotices: string | null
  /** By check key, see `checkKey`. */
  readonly seeds: Readonly<Record<string, CheckSeeds>>
}

/** What the kit leaves in a test's `meta` for the judge to collect. */
export interface CheckRecord {
  readonly outcome: CheckOutcome
  /** The reference's answers in call order, when recording. */
  readonly recorded: readonly JsonValue[]
}

export function checkKey(task: string, check: string): string {
  return `${task}/${check}`
}

declare module 'vitest' {
  interface ProvidedContext {
    gradus: KitSettings
  }
  interface TaskMeta {
    gradus?: CheckRecord
  }
}
