import type { BackendId } from './backend.ts'
import type { PackageName } from './package.ts'

export type Language = 'en' | 'es'
export type Localized = Readonly<Record<Language, string>>

export type Visibility = 'public' | 'hidden'
/** When a student may see the result of a hidden check. */
export type Release = 'now' | 'after-due' | 'never'

/** Largest error that still passes. `metric` names a measurement that the matchers record. */
export interface Tolerance {
  readonly metric: 'max-error' | 'max-relative-error'
  readonly bound: number
  readonly reason: string
}

/** No points at `none`, all at `full`, linear between; `full < none` where less is better. */
export interface Marks {
  readonly none: number
  readonly full: number
}

/** Points for a measured quantity. */
export interface Threshold {
  readonly measure: string
  /** On the lab's first data set. */
  readonly marks: Marks
  /** On others, by name: what can be reached differs from data set to data set. */
  readonly marksOn: Readonly<Record<string, Marks>>
  /** Trainings that the rule decides over, each with seeds of its own. */
  readonly seeds: number
  readonly rule: 'median' | 'best'
  readonly reason: string
}

export interface Check {
  readonly id: string
  readonly visibility: Visibility
  readonly points: number
  readonly tolerance: Tolerance | null
  readonly threshold: Threshold | null
  readonly hint: Localized | null
  readonly release: Release
  /** Longest that one call of this check may take; null: the lab's `callSeconds`. */
  readonly seconds: number | null
}

export interface Misconception {
  readonly id: string
  /** What the student reads when the submission's output equals this misconception's. */
  readonly sentence: Localized
}

export interface Task {
  readonly id: string
  readonly title: Localized
  readonly points: number
  /** The file that holds the task's exports, relative to the submission: `conv2d.ts`. */
  readonly file: string
  /** Names a spec may call; the first is the task's main function. */
  readonly exports: readonly string[]
  readonly checks: readonly Check[]
  readonly misconceptions: readonly Misconception[]
}

/** What a spec calls an expectation, in the languages of the reports. */
export interface Phrase {
  /** The English text is the label in the spec; `{name}` stands for what the spec fills in. */
  readonly text: Localized
  /** Public when a public spec uses it. */
  readonly visibility: Visibility
}

/** Bounds on one submission, seconds and MB (1e6 bytes). */
export interface Limits {
  readonly bootSeconds: number
  readonly callSeconds: number
  readonly totalSeconds: number
  readonly memoryMB: number
  readonly replyMB: number
  readonly calls: number
  readonly startsPerTask: number
}

/** The pretrained network that a lab uses on a data set. */
export type BackboneChoice =
  /** One that Gradus knows. */
  | { readonly kind: 'known'; readonly name: string }
  /** An instructor's own. */
  | {
      readonly kind: 'own'
      readonly name: string
      /** Its `model.json`: an address, a path from the course root, or one in GRADUS_DATA. */
      readonly from: string
      readonly sha256: string
      readonly features: string
      readonly range: readonly [low: number, high: number]
    }

/** A lab as read and checked by the catalog: plain data, ready to be handed between processes. */
export interface Lab {
  readonly id: string
  /** Raised by the instructor when hidden cases must change; part of every hidden seed. */
  readonly version: number
  /** SHA-256 over the files that decide the measurements: specs, solution, misconceptions. */
  readonly hash: string
  readonly title: Localized
  readonly tasks: readonly Task[]
  readonly limits: Limits
  /** Backends in the order in which the lab does best on them; others come after. */
  readonly prefer: readonly BackendId[]
  /** Data sets that it can be graded on, the usual one first; empty for a lab that trains on none. */
  readonly data: readonly string[]
  /** By data set; empty for a lab that uses none. */
  readonly backbones: Readonly<Record<string, BackboneChoice>>
  /** Whether pixels change places in every training, so that weights trained beforehand are worth nothing. */
  readonly shufflePixels: boolean
  readonly phrases: readonly Phrase[]
  /** What submissions may import besides TensorFlow.js and `gradus/layers`. */
  readonly packages: readonly PackageName[]
}

/** The marks of a threshold on a data set; null where the lab has none for it. */
export function marksOn(lab: Lab, threshold: Threshold, dataset: string | null): Marks | null {
  if (dataset === null || dataset === lab.data[0]) return threshold.marks
  return threshold.marksOn[dataset] ?? null
}

export function allChecks(lab: Lab): { task: Task; check: Check }[] {
  return lab.tasks.flatMap((task) => task.checks.map((check) => ({ task, check })))
}
