import type { Counts, LatePolicy } from './course.ts'
import type { Issue } from './issue.ts'
import type { Language } from './lab.ts'
import type { Split } from './outcome.ts'
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
  /** Which of the student's commits is marked, and what late ones lose. */
  readonly counts: Counts
  readonly late: LatePolicy | null
  /** `final` from the end of this student's time on. */
  readonly split: Split
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
  /** Id in the roster of whose work it is. */
  readonly student: string
  /** When commits were pushed, as far as known. */
  readonly seen: readonly (PushTime & { readonly sha: string })[]
  /** The head that our comment speaks of; null before the first. */
  readonly reported: string | null
  /** In the order of their last grading; one entry for each head, commit and split. */
  readonly graded: readonly GradedCommit[]
}

export interface GradedCommit {
  /** What stood at the head when it was graded. */
  readonly head: string
  readonly commit: string
  readonly split: Split
  /** When `commit` was pushed; null when nobody knows. */
  readonly pushed: PushTime | null
  /** Of the checks that were shown. */
  readonly points: number
  readonly maxPoints: number
  /** Of all checks. */
  readonly allPoints: number
  readonly allMaxPoints: number
}
