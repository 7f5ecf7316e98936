import type { Lab } from '../../model/lab.ts'
import type { GradedCommit, PlannedPull, PullResult } from '../../model/pulls.ts'
import type { Scorecard } from '../../model/scorecard.ts'
import {
  type Hub,
  type MarkKind,
  MOST_ANNOTATIONS,
  type Pull,
  type Written,
} from '../../platform/github/index.ts'
import {
  type CountedPush,
  type MarkView,
  type ReportView,
  refusedView,
  renderMarkdown,
  view,
  viewFault,
  viewMark,
  withPull,
} from '../../report/index.ts'
import { isFaulty } from '../grade.ts'
import { emptyCard } from './empty-card.ts'
import type { Histories } from './history.ts'
import { marker, markName } from './plan.ts'
import { leftOf, standing, unsettled } from './standing.ts'

export interface ReportDeps {
  readonly hub: Hub
  readonly histories: Histories
  readonly now: Date
}

export type Reported =
  | {
      readonly kind: 'reported' | 'fault'
      readonly comment: Written | null
      readonly mark: Written
    }
  /** Pushed to since the plan was made: the next plan has the new head. */
  | { readonly kind: 'stale'; readonly head: string }
  | { readonly kind: 'closed' }

/**
 * Writes the comment, and then the mark that says "graded": who is interrupted in between finds no mark, and
 * does it again. The pull request and its head are asked for anew; nothing is posted on another one.
 */
export async function reportPull(
  planned: PlannedPull,
  result: PullResult['result'],
  lab: Lab,
  deps: ReportDeps,
): Promise<Reported> {
  const { hub } = deps
  const pull = await hub.pull(planned.repository, planned.number)
  if (pull === null || !pull.isOpen) return { kind: 'closed' }
  if (pull.head.sha !== planned.head) return { kind: 'stale', head: pull.head.sha }
  const say = (page: string) =>
    hub.say(planned.repository, planned.number, marker(planned.lab), page)
  const isKnown = deps.histories.read(planned).graded.some(({ head }) => head === planned.head)
  const mark: SetMark = (kind, shown, comment) => {
    // who was interrupted before the mark has said something: only what is said first is marked first
    const isFirst =
      planned.isUnmarked && !isKnown && (comment === 'created' || comment === 'edited')
    const name = markName(planned.lab)
    return hub.setMark(planned.repository, planned.head, name, { kind, ...shown }, isFirst)
  }

  switch (result.kind) {
    case 'fault':
      return { kind: 'fault', comment: null, mark: await mark('fault', viewFault(planned), null) }
    case 'refused': {
      const { graded } = deps.histories.read(planned)
      const context = { planned, issues: result.issues, counted: countedOf(planned, graded) }
      const shown = refusedView(shownTo(planned, emptyCard(planned), lab, deps.now), context)
      deps.histories.reported(planned, planned.head)
      const comment = await say(renderMarkdown(shown))
      const done = planned.split === 'final' ? 'final' : 'graded'
      return { kind: 'reported', comment, mark: await mark(done, viewMark(shown, 0), comment) }
    }
    case 'graded':
      if (isFaulty(result.card)) {
        const comment = await sayFault(planned, result.card, lab, deps)
        return { kind: 'fault', comment, mark: await mark('fault', viewFault(planned), comment) }
      }
      return await sayGraded(planned, pull, result.card, lab, deps, say, mark)
  }
}

type SetMark = (kind: MarkKind, shown: MarkView, comment: Written | null) => Promise<Written>

async function sayGraded(
  planned: PlannedPull,
  pull: Pull,
  card: Scorecard,
  lab: Lab,
  { histories, now }: ReportDeps,
  say: (page: string) => Promise<Written>,
  mark: SetMark,
): Promise<Reported> {
  const plain = shownTo(planned, card, lab, now)
  const { points, maxPoints } = plain.score
  const { head, commit, split, pushed } = planned
  const all = { allPoints: card.points, allMaxPoints: card.maxPoints }
  const entry = { head, commit, split, pushed, points, maxPoints, ...all }
  // before anything is posted: an interruption must not lose the push that the next one is compared with
  histories.graded(planned, entry)
  histories.reported(planned, head)
  const { graded } = histories.read(planned)
  const shown = withPull(plain, {
    planned,
    ...pastOf(graded, entry),
    points,
    counted: countedOf(planned, graded),
    conflict: pull.mergeable === false ? pull.base : null,
  })
  const comment = await say(renderMarkdown(shown))
  const isFinal = split === 'final' && unsettled(graded, planned) === null
  const kind = isFinal ? 'final' : 'graded'
  const written = await mark(kind, viewMark(shown, MOST_ANNOTATIONS), comment)
  return { kind: 'reported', comment, mark: written }
}

/** What is known of the heads before this one, and of this one where another commit of it is graded. */
function pastOf(graded: readonly GradedCommit[], { head, commit, split }: GradedCommit) {
  const index = graded.findLastIndex((each) => each.head === head)
  const before = graded.slice(0, index).findLast((each) => each.head !== head)
  const ofHead = graded.findLast((each) => each.commit === head)
  return {
    attempt: new Set(graded.slice(0, index + 1).map((each) => each.head)).size,
    // points for feedback and for the final mark are of other inputs
    before: before?.split === split ? before.points : null,
    headPoints: commit === head ? null : (ofHead?.points ?? null),
  }
}

function countedOf(planned: PlannedPull, graded: readonly GradedCommit[]): CountedPush | null {
  const first = standing(graded, planned)
  if (first === null) return null
  const { lateness, entry } = first
  const { commit, points, maxPoints } = entry
  return { commit, lateness, points, maxPoints, left: leftOf(points, lateness) }
}

/** A total that is not final takes no other's place. */
async function sayFault(
  planned: PlannedPull,
  card: Scorecard,
  lab: Lab,
  { hub, now }: ReportDeps,
): Promise<Written | null> {
  const { repository, number } = planned
  const line = marker(planned.lab)
  if (await hub.hasSaid(repository, number, line)) return null
  return hub.say(repository, number, line, renderMarkdown(shownTo(planned, card, lab, now)))
}

function shownTo(planned: PlannedPull, card: Scorecard, lab: Lab, now: Date): ReportView {
  const { due, language } = planned
  const afterDue = due !== null && now.getTime() > Date.parse(due.until)
  return view(lab, card, { language, audience: 'student', afterDue })
}
