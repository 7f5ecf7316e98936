import { lateness } from '../../course/lateness.ts'
import type { GradedCommit, PlannedLateness, PlannedPull } from '../../model/pulls.ts'

/** What decides which of several graded commits is marked. */
export type Rules = Pick<PlannedPull, 'counts' | 'late' | 'due'>

/** A graded commit, and what it is worth. */
export interface Standing {
  readonly entry: GradedCommit
  readonly lateness: PlannedLateness
  /** Of all its points, what is left after the penalty. */
  readonly worth: number
}

/**
 * The graded commit that is marked: with `best` the one worth most, of equals the latest; else the one that was
 * graded last, because the plan picks the commit that counts. A grading for the final mark stands in the place
 * of one for feedback. Null before the first.
 */
export function standing(graded: readonly GradedCommit[], rules: Rules): Standing | null {
  const all = latestOfEach(graded).map((entry) => judged(entry, rules))
  if (rules.counts !== 'best') return all.at(-1) ?? null
  return all.reduce<Standing | null>(
    (best, each) => (best === null || each.worth >= best.worth ? each : best),
    null,
  )
}

/** What is still to be graded for the final mark: of several commits one stands first for feedback only. */
export function unsettled(graded: readonly GradedCommit[], rules: Rules): GradedCommit | null {
  if (rules.counts !== 'best') return null
  const first = standing(graded, rules)
  return first === null || first.entry.split === 'final' ? null : first.entry
}

/** How late a push was, by the rules of the course. */
export function latenessOf(
  pushed: GradedCommit['pushed'],
  { due, late, counts }: Rules,
): PlannedLateness {
  if (due === null) return { kind: 'none' }
  if (pushed === null) return { kind: 'unknown' }
  return lateness(due, { late, counts }, pushed.at)
}

/** Of so many points, what a penalty leaves. */
export function leftOf(points: number, late: PlannedLateness): number {
  if (late.kind === 'too-late') return 0
  return late.kind === 'late' ? (points * (100 - late.percent)) / 100 : points
}

/** In the order of their last grading. */
function latestOfEach(graded: readonly GradedCommit[]): readonly GradedCommit[] {
  const byCommit = new Map<string, GradedCommit>()
  for (const entry of graded) {
    const before = byCommit.get(entry.commit)
    if (before?.split === 'final' && entry.split === 'feedback') continue
    byCommit.delete(entry.commit)
    byCommit.set(entry.commit, entry)
  }
  return [...byCommit.values()]
}

function judged(entry: GradedCommit, rules: Rules): Standing {
  const late = latenessOf(entry.pushed, rules)
  return { entry, lateness: late, worth: leftOf(entry.allPoints, late) }
}
