import type { CallNotice, Distortion, RunNotice } from '../kit/settings.ts'
import type { Backbone } from '../model/backbone.ts'
import type { Backend } from '../model/backend.ts'
import type { Dataset } from '../model/dataset.ts'
import type { Lab, Visibility } from '../model/lab.ts'
import type { CheckOutcome, Outcome, Split } from '../model/outcome.ts'
import type { Context, Request } from '../model/value.ts'
import type { JsonValue } from '../model/value-json.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Layer } from './sandbox/index.ts'

export interface RunnerOptions {
  /** The course root: holds labs/ and solutions/. */
  readonly root: string
  readonly lab: Lab
  /** The instructor's secret; hidden inputs come from it. */
  readonly secret: string
  /** What judge and submission compute on; wasm by default. */
  readonly backend?: Backend
  /** What labs that train draw their examples from. */
  readonly dataset: Dataset | null
  /** The pretrained network that specs get; null by default. */
  readonly backbone?: Backbone | null
  /** Which held-out examples judge; by default those for feedback. */
  readonly split?: Split
  /** Hears of every training that begins. */
  readonly onRun?: (notice: RunNotice) => void
}

export interface GradeOptions {
  readonly rung: 'A' | 'B'
  /** Layers to leave out, for showing what each is good for. */
  readonly without?: readonly Layer[]
  /** Hears of every request and how long its answer took: for benchmarks. */
  readonly onRequest?: (request: Request, context: Context, milliseconds: number) => void
  /** Keys of the checks to run, see `checkKey`; by default all. */
  readonly checks?: readonly string[]
}

export interface RehearsalOptions {
  /** Absolute folder of trusted code: a solution, an accepted one, a student's own on their machine. */
  readonly dir: string
  readonly visibilities: readonly Visibility[]
  /** Absolute path of a module whose exports replace the submission's. */
  readonly override?: string
  readonly distortion?: Distortion
  readonly record?: boolean
  /** Run the checks of this task only. */
  readonly task?: string
  /** Keys of the checks to run, see `checkKey`; by default all. */
  readonly checks?: readonly string[]
  /** Told when a call takes longer than the lab allows; nothing can stop it in this process. */
  readonly onEndless?: (check: NonNullable<CallNotice>) => void
  /** Whether to look for misconceptions; default true. */
  readonly replay?: boolean
  /** Trainings to run in place of each threshold's seeds, numbered from `firstRun`. */
  readonly rehearsedRuns?: { readonly firstRun: number; readonly runs: number }
}

export interface Rehearsal {
  readonly checks: readonly CheckOutcome[]
  /** The reference's answers to the public specs, by check. */
  readonly recorded: Readonly<Record<string, readonly JsonValue[]>>
}

/** Runs the specs of one lab, on one submission after another. */
export interface Runner {
  /** In the sandbox. Never rejects for what a submission does. */
  grade(workspace: Promise<Workspace>, options: GradeOptions): Promise<Outcome>
  /** In this process, by plain import: for code that is trusted. */
  rehearse(options: RehearsalOptions): Promise<Rehearsal>
  /** Compares the solution with the oracle of every task; what disagrees, by task. */
  consult(): Promise<{ readonly task: string; readonly what: string }[]>
  close(): Promise<void>
}
