import type { Issue } from './issue.ts'
import type { Language } from './lab.ts'
import type { Scorecard } from './scorecard.ts'

/** How it is known when something was pushed: GitHub's record; our first sight of it; the pull request's. */
export type PushSource = 'activity' | 'first-seen' | 'opened'

export interface PushTime {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly from: PushSource
}

export type PlannedLateness =
  | { readonly kind: 'on-time' }
  | { readonly kind: 'late'; readonly days: number; readonly percent: number }
  | { readonly kind: 'too-late'; readonly days: number }
  /** Nobody knows when it was pushed: never late. */
  | { readonly kind: 'unknown' }
  /** Nothing is due of this student. */
  | { readonly kind: 'none' }

/** When it is due for this student. */
export interface PlannedDue {
  /** Instant. */
  readonly at: string
  /** `2026-10-05T23:59:00+02:00[Europe/Madrid]`. */
  readonly local: string
  /** Instant until which a push counts as on time. */
  readonly until: string
  readonly extended: boolean
}

/** A pull request that is to be graded. */
export interface PlannedPull {
  /** `owner/name` of the repository that the pull request is in. */
  readonly repository: string
  readonly number: number
  readonly lab: string
  /** Id in the roster. */
  readonly student: string
  readonly language: Language
  /** The commit that stands at its head, and gets the mark. */
  readonly head: string
  /** Whether it was looked at and had no mark of ours when this was planned. */
  readonly isUnmarked: boolean
  /** The commit that counts, and is graded: the head, or an earlier one that was in time. */
  readonly commit: string
  /** Where `commit` is fetched: `URL#commit`. */
  readonly source: string
  readonly due: PlannedDue | null
  /** Of `commit`; null when nobody knows. */
  readonly pushed: PushTime | null
  readonly lateness: PlannedLateness
}

export type SkipReason =
  | 'graded'
  | 'draft'
  | 'no-repository'
  /** GitHub did not answer for it, or refused to: the next plan asks again. */
  | 'unreachable'
  | 'unknown-student'
  | 'unknown-lab'
  | 'excused'

export interface SkippedPull {
  readonly repository: string
  /** Null for a repository as a whole. */
  readonly number: number | null
  readonly why: SkipReason
}

/** What `gradus plan` hands to `gradus grade` and `gradus report`. */
export interface PullPlan {
  readonly schema: 'gradus/plan/v1'
  readonly createdAt: string
  readonly pulls: readonly PlannedPull[]
  readonly skipped: readonly SkippedPull[]
}

/** What `gradus grade --plan` made of one pull request. */
export interface PullResult {
  readonly schema: 'gradus/pull-result/v1'
  readonly repository: string
  readonly number: number
  readonly lab: string
  readonly head: string
  readonly commit: string
  readonly result:
    | { readonly kind: 'graded'; readonly card: Scorecard }
    /** The submission cannot be graded as it is: what its author must mend. */
    | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
    /** Ours. */
    | { readonly kind: 'fault'; readonly message: string }
}

/** What we remember of a pull request; the comment on it is never read for that. */
export interface PullHistory {
  readonly schema: 'gradus/pull-history/v1'
  readonly repository: string
  readonly number: number
  readonly lab: string
  /** When commits were pushed, as far as known. */
  readonly seen: readonly (PushTime & { readonly sha: string })[]
  /** In the order of grading; one entry for each head. */
  readonly graded: readonly GradedHead[]
}

export interface GradedHead {
  readonly head: string
  readonly commit: string
  /** Of the checks that were shown. */
  readonly points: number
  readonly maxPoints: number
}
