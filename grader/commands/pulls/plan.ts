import { dueOf, splitAt } from '../../course/index.ts'
import type { Course, CourseLab, Due, Student } from '../../model/course.ts'
import type {
  GradedCommit,
  PlannedDue,
  PlannedPull,
  PullPlan,
  SkippedPull,
} from '../../model/pulls.ts'
import type { Hub, Pull } from '../../platform/github/index.ts'
import { type Counting, countingCommit, pushTime } from './counting.ts'
import type { Histories } from './history.ts'
import { type Desk, desks, ownerOf } from './owner.ts'
import { latenessOf, type Rules, standing, unsettled } from './standing.ts'

export interface PlanOptions {
  readonly course: Course
  readonly students: readonly Student[]
  readonly labs: readonly CourseLab[]
  readonly hub: Hub
  readonly histories: Histories
  /** Address of the git server, for sources. */
  readonly server: string
  /** Also heads that were graded before. */
  readonly regrade: boolean
  readonly drafts: 'skip' | 'grade'
  readonly now: Date
  /** Hears of repositories that could not be asked about: they do not stop the others. */
  readonly onTrouble: (repository: string, why: string) => void
}

type Decided = { readonly plan: PlannedPull } | { readonly skip: SkippedPull }

/** Repositories asked about at the same time. */
const AT_ONCE = 4

/** Name of the mark on a commit: a check run, or the context of a commit status. */
export function markName(lab: string): string {
  return `gradus/${lab}`
}

/** The hidden first line of our comment. */
export function marker(lab: string): string {
  return `<!-- gradus:report:${lab} -->`
}

/** Which open pull requests are to be graded, and at which commit. Writes nothing on GitHub. */
export async function planPulls(options: PlanOptions): Promise<PullPlan> {
  const waiting = desks(options.course, options.students, options.labs)
  const decided = new Map<Desk, readonly Decided[]>()
  const order = [...waiting]
  const work = async () => {
    for (let desk = waiting.shift(); desk !== undefined; desk = waiting.shift()) {
      decided.set(desk, await planDesk(desk, options).catch(unreachable(desk, options)))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const all = order.flatMap((desk) => decided.get(desk) ?? [])
  return {
    schema: 'gradus/plan/v1',
    createdAt: options.now.toISOString(),
    pulls: all.flatMap((each) => ('plan' in each ? [each.plan] : [])),
    skipped: all.flatMap((each) => ('skip' in each ? [each.skip] : [])),
  }
}

function unreachable({ repository }: Desk, { onTrouble }: PlanOptions) {
  return (error: unknown): readonly Decided[] => {
    onTrouble(repository, error instanceof Error ? error.message : String(error))
    return [{ skip: { repository, number: null, why: 'unreachable' } }]
  }
}

async function planDesk(desk: Desk, options: PlanOptions): Promise<readonly Decided[]> {
  const { repository } = desk
  const pulls = await options.hub.openPulls(repository)
  if (pulls === null) return [{ skip: { repository, number: null, why: 'no-repository' } }]
  const decided: Decided[] = []
  for (const pull of pulls) decided.push(await planPull(desk, pull, options))
  return decided
}

async function planPull(desk: Desk, pull: Pull, options: PlanOptions): Promise<Decided> {
  const { course, hub, histories, now } = options
  const { repository, number, head } = pull
  const skip = (why: SkippedPull['why']) => ({ skip: { repository, number, why } })
  if (pull.isDraft && options.drafts === 'skip') return skip('draft')
  const owned = ownerOf(desk, pull)
  if (!owned.ok) return skip(owned.why)
  const { student, lab } = owned
  const due = dueOf(course, lab, student)
  if (due.kind === 'excused' && due.why === 'dropped') return skip('excused')
  const split = splitAt(due, now)
  const mark = options.regrade ? null : await hub.mark(repository, head.sha, markName(lab.id))
  const key = { repository, number, lab: lab.id, student: student.id }
  const { seen, graded, reported } = histories.read(key)
  const isDone = mark?.kind === 'final' || (mark?.kind === 'graded' && split === 'feedback')
  // another pull request may have had this head, and this one another head since
  const isTold = () =>
    reported === null ? hub.hasSaid(repository, number, marker(lab.id)) : reported === head.sha
  if (isDone && (await isTold())) return skip('graded')
  const pushes = head.repository === null ? null : await hub.pushes(head.repository, head.branch)
  const question = { head: head.sha, openedAt: pull.createdAt, pushes, seen, due, lab, now }
  const rules = { counts: lab.counts, late: lab.late, due: plannedDue(due) }
  const isGraded = mark?.kind === 'graded' && split === 'final'
  const counting = bestOr(countingCommit(question), { head: head.sha, graded, rules, isGraded })
  const pushed = pushTime(question)
  if (pushed !== null) histories.saw(key, head.sha, pushed)
  return {
    plan: {
      ...key,
      ...counting,
      language: course.language,
      head: head.sha,
      isUnmarked: !options.regrade && mark === null,
      source: `${options.server}/${repository}#${counting.commit}`,
      ...rules,
      split,
    },
  }
}

interface Past {
  readonly head: string
  readonly graded: readonly GradedCommit[]
  readonly rules: Rules
  /** Whether the head was graded for feedback, and is planned for the final mark. */
  readonly isGraded: boolean
}

/**
 * Where the best commit counts, a head that was graded already, or came too late, gives way to the best of all
 * that were graded.
 */
function bestOr(last: Counting, { head, graded, rules, isGraded }: Past): Counting {
  if (rules.counts !== 'best' || (last.commit === head && !isGraded)) return last
  const best = unsettled(graded, rules) ?? standing(graded, rules)?.entry
  if (best === undefined) return last
  return { commit: best.commit, pushed: best.pushed, lateness: latenessOf(best.pushed, rules) }
}

export function plannedDue(due: Due): PlannedDue | null {
  if (due.kind === 'excused') return null
  const { at, local, until, extension } = due
  return { at, local, until, extended: extension !== null }
}
