import type { Language, Localized } from './lab.ts'

/**
 * Which of a student's commits is marked: the last one that was on time; the one with the most points
 * after its penalty; or the last one, late or not, with its penalty.
 */
export type Counts = 'last-on-time' | 'best' | 'last-with-penalty'

/** What a late submission loses. */
export interface LatePolicy {
  /** Percent of the points it earned, for each day that has begun. */
  readonly percentPerDay: number
  /** Days after which nothing is accepted any more. */
  readonly days: number
}

/** A lab as one course gives it out. Times are `2026-10-05T23:59:00`, in the course's time zone. */
export interface CourseLab {
  readonly id: string
  readonly opens: string | null
  readonly due: string
  readonly graceMinutes: number
  readonly counts: Counts
  /** Null: what is late does not count. */
  readonly late: LatePolicy | null
}

export type Grant =
  | { readonly kind: 'until'; readonly at: string }
  | { readonly kind: 'hours'; readonly hours: number }
  /** Of the time between the opening of the lab and its due time. */
  | { readonly kind: 'percent'; readonly percent: number }

/** More time for a student or a team, in one lab or, where `lab` is null, in all of them. */
export interface Extension {
  readonly student: string | null
  readonly team: string | null
  readonly lab: string | null
  readonly grant: Grant
}

/** `course.yaml`, with every default filled in. */
export interface Course {
  readonly title: Localized
  /** Account or organisation that owns the repositories. */
  readonly organization: string
  /** Of handouts and reports. */
  readonly language: Language
  /** `Area/City` of the tz database. */
  readonly timeZone: string
  /** Name of a student's repository of a lab, with `{lab}` and `{login}`, `{id}` or `{team}`. */
  readonly repository: string
  /** Labels of the machine that grades. */
  readonly runsOn: readonly string[]
  readonly labs: readonly CourseLab[]
  readonly extensions: readonly Extension[]
}

/** `joined` and `dropped` during the course, on the day of `since`. */
export type Status = 'active' | 'joined' | 'dropped'

/** A line of `roster.csv`. */
export interface Student {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly section: string | null
  readonly team: string | null
  readonly status: Status
  /** `2026-10-05`; null for who is there all the time. */
  readonly since: string | null
  /** `owner/name`, or the name in the course's organisation; with `{lab}` or the same for all labs. */
  readonly repository: string
}

/** When something is due for one student. */
export type Due =
  | {
      readonly kind: 'due'
      /** Instant, `2026-10-05T21:59:00Z`. */
      readonly at: string
      /** The same in the course's time zone: `2026-10-05T23:59:00+02:00[Europe/Madrid]`. */
      readonly local: string
      /** Instant until which a push counts as on time. */
      readonly until: string
      /** The extension that made the time what it is. */
      readonly extension: Extension | null
    }
  /** Nothing is asked of this student. */
  | { readonly kind: 'excused'; readonly why: 'joined-later' | 'dropped' }
