import { lateness } from '../../course/lateness.ts'
import type { CourseLab, Due } from '../../model/course.ts'
import type { PlannedLateness, PullHistory, PushTime } from '../../model/pulls.ts'
import type { Push } from '../../platform/github/index.ts'

interface Commit {
  readonly sha: string
  readonly pushed: PushTime
}

export interface Counting {
  readonly commit: string
  readonly pushed: PushTime | null
  readonly lateness: PlannedLateness
}

interface Question {
  readonly head: string
  readonly openedAt: string
  /** Latest first; null where GitHub does not tell. */
  readonly pushes: readonly Push[] | null
  readonly seen: PullHistory['seen']
  readonly due: Due
  readonly lab: CourseLab
  readonly now: Date
}

const DELETED = /^0+$/

/**
 * The commit of a pull request that counts: its head, unless that came too late and an earlier one did not.
 * What stood at the head in between is known from GitHub's list of pushes, forced ones too, so that a
 * student who replaces good work after the deadline keeps it.
 */
export function countingCommit(question: Question): Counting {
  const { head, due } = question
  const pushed = pushTime(question)
  if (due.kind === 'excused') return { commit: head, pushed, lateness: { kind: 'none' } }
  const judged = (at: string) => lateness(due, question.lab, at)
  const own: PlannedLateness = pushed === null ? { kind: 'unknown' } : judged(pushed.at)
  if (own.kind !== 'too-late') return { commit: head, pushed, lateness: own }
  const earlier = timeline(question).findLast(
    ({ pushed: { at } }) => judged(at).kind !== 'too-late',
  )
  if (earlier === undefined) return { commit: head, pushed, lateness: own }
  return { commit: earlier.sha, pushed: earlier.pushed, lateness: judged(earlier.pushed.at) }
}

/** When the head was pushed. A time of a person's commit is no evidence: its author chooses it. */
export function pushTime({ head, openedAt, pushes, seen, now }: Question): PushTime | null {
  const listed = pushes?.find(({ after }) => after === head)
  if (listed !== undefined) return { at: listed.at, from: 'activity' }
  const before = seen.find(({ sha }) => sha === head)
  if (before !== undefined) return { at: before.at, from: before.from }
  if (seen.length === 0 && openedAt !== '') return { at: openedAt, from: 'opened' }
  return seen.length === 0 ? null : { at: now.toISOString(), from: 'first-seen' }
}

/** What stood at the head, oldest first. */
function timeline({ pushes, seen }: Question): Commit[] {
  // reversed, so that of two in one second the later stays the later
  const listed = (pushes ?? [])
    .toReversed()
    .filter(({ after }) => !DELETED.test(after))
    .map(({ after, at }): Commit => ({ sha: after, pushed: { at, from: 'activity' } }))
  const known =
    listed.length > 0 ? listed : seen.map(({ sha, at, from }) => ({ sha, pushed: { at, from } }))
  return known.toSorted((a, b) => Date.parse(a.pushed.at) - Date.parse(b.pushed.at))
}
