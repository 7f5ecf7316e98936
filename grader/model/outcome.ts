import type { Failure, Location } from './value.ts'

/** JSON has no NaN and no infinities; a measurement may be one of them. */
export type Measured = number | 'NaN' | 'Infinity' | '-Infinity'

export const RELATIONS = [
  'equal',
  'unequal',
  'less',
  'at-most',
  'greater',
  'at-least',
  'close',
  'length',
  'contains',
  'includes',
  'matches',
  'instance',
] as const

/** What an assertion of a spec asks for: that `got` is `want`, is less than it, contains it and so on. */
export interface Claim {
  /** What the spec calls it, in the words of the spec; null where it says nothing. */
  readonly label: string | null
  readonly relation: (typeof RELATIONS)[number]
  /** Never longer than `SHOWN`. */
  readonly got: Shown
  readonly want: Shown
}

/** A finite number, or any other value as text: `NaN`, `true`, `"text"`, `[1, 2]`, `function`. */
export type Shown = number | string

/** Characters of a shown value that are kept. */
export const SHOWN = 300

/** The worst case of a check, with enough kept to judge it again under any tolerance. */
export type Mismatch =
  | { readonly kind: 'shape' | 'dtype' | 'structure'; readonly got: string; readonly want: string }
  /** `got` holds NaN or an infinity where the reference is finite (or the other way round). */
  | {
      readonly kind: 'nan'
      readonly index: readonly (number | string)[]
      readonly got: Measured
      readonly want: Measured
      readonly count: number
      readonly total: number
    }
  | {
      readonly kind: 'values'
      /** Elements compared. */
      readonly total: number
      /** Largest absolute errors, descending, at most `KEPT_ERRORS`: how many exceed a tolerance can be counted later. */
      readonly errors: readonly number[]
      /** The same for relative errors. */
      readonly relativeErrors: readonly number[]
      readonly worst: {
        readonly index: readonly (number | string)[]
        readonly got: number
        readonly want: number
      }
    }
  /** A plain vitest assertion failed: its own text, and the same as data where its matcher is known. */
  | { readonly kind: 'assertion'; readonly message: string; readonly claim: Claim | null }

export const KEPT_ERRORS = 256

/** How a check's code came to its end. `completed` says nothing about right or wrong. */
export type End =
  | { readonly kind: 'completed' }
  /** Shape, dtype, structure, NaN or a plain assertion: wrong under every tolerance. */
  | { readonly kind: 'mismatch' }
  | Failure

/** What a submission says of its training, for the eye only: untrusted, and nothing is judged by it. */
export interface Curve {
  /** Name of the second column; null where there is none. */
  readonly metric: string | null
  /** At most `CURVE_POINTS`, evenly taken where there were more. */
  readonly points: readonly {
    /** 1-based. */
    readonly epoch: number
    readonly loss: Measured
    readonly metric: Measured | null
  }[]
}

export const CURVE_POINTS = 40

export interface CheckOutcome {
  readonly task: string
  readonly check: string
  readonly end: End
  /** Every value recorded under a name, in order: one `max-error` for each case. */
  readonly measurements: Readonly<Record<string, readonly Measured[]>>
  readonly mismatch: Mismatch | null
  /** Ids of misconceptions that the evidence points to: by replay or by diagnosis. */
  readonly misconceptions: readonly string[]
  /** Of the check's first training; null where none was recorded. */
  readonly curve: Curve | null
  readonly seconds: number
}

export type Rung = 'A' | 'B' | 'import'

/**
 * Which held-out examples judge: `feedback` for pushes before the due date, `final` for the mark. Somebody who
 * pushes often climbs the first, and not the second.
 */
export type Split = 'feedback' | 'final'

export interface Provenance {
  readonly labVersion: number
  readonly labHash: string
  readonly submissionHash: string
  readonly commit: string | null
  /** Name of the data set; null for a lab without one. */
  readonly dataset: string | null
  /** SHA-256 of its images and labels. */
  readonly datasetHash: string | null
  /** Name of the pretrained network; null for a lab without one. */
  readonly backbone: string | null
  /** SHA-256 of its files. */
  readonly backboneHash: string | null
  readonly split: Split
  readonly backend: string
  readonly backendVersion: string
  /** cpu or gpu. */
  readonly device: string
  /** Why this backend and none before it: one clause. */
  readonly backendReason: string
  readonly rung: Rung
  /** Public seeds only. */
  readonly seeds: readonly number[]
  /** First 8 hex digits of SHA-256 of the secret; says which secret without saying it. */
  readonly keyId: string
  readonly graderVersion: string
  readonly nodeVersion: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly seconds: number
}

/** All that a run learned of a submission: measurements, not verdicts. */
export interface Outcome {
  readonly schema: 'gradus/outcome/v1'
  readonly lab: string
  /** As the instructor named it: a folder, or URL#ref. */
  readonly submission: string
  readonly checks: readonly CheckOutcome[]
  /** By task, where the submission declares its main function; a task without one is missing here. */
  readonly declared: Readonly<Record<string, Location>>
  readonly provenance: Provenance
}
