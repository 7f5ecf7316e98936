import { dueOf, repositoryOf, splitAt } from '../../course/index.ts'
import type { Course, CourseLab, Due, Student } from '../../model/course.ts'
import type { PullHistory } from '../../model/pulls.ts'
import { plannedDue } from './plan.ts'
import { type Standing, standing } from './standing.ts'

/** What one student has in one lab. */
export interface ClassMark {
  readonly student: Student
  readonly lab: CourseLab
  readonly due: Due
  /** The commit that counts, and where it is; null where nothing was graded. */
  readonly counted: (Standing & { readonly pull: string }) | null
  /** Whether the time is over, and the mark is still one for feedback. */
  readonly isUnsettled: boolean
}

/**
 * The marks of a class by what was graded on its pull requests, judged by the course as it is written now: an
 * extension that is granted later counts. Work in the repository of a team is that of all of the team.
 */
export function marksOfClass(
  course: Course,
  students: readonly Student[],
  labs: readonly CourseLab[],
  histories: readonly PullHistory[],
  now: Date,
): ClassMark[] {
  const teams = new Map(students.map(({ id, team }) => [id, team]))
  return students.flatMap((student) =>
    labs.map((lab): ClassMark => {
      const due = dueOf(course, lab, student)
      const repository = repositoryOf(course, student, lab.id).toLowerCase()
      const isTheirs = (owner: string) =>
        owner === student.id || (student.team !== null && teams.get(owner) === student.team)
      const theirs = histories.filter(
        (each) =>
          each.lab === lab.id &&
          each.repository.toLowerCase() === repository &&
          isTheirs(each.student),
      )
      const rules = { counts: lab.counts, late: lab.late, due: plannedDue(due) }
      const all = theirs.flatMap(({ graded, repository: name, number }) => {
        const counted = standing(graded, rules)
        return counted === null ? [] : [{ ...counted, pull: `${name}#${number}` }]
      })
      const counted = all.length === 0 ? null : all.reduce(lab.counts === 'best' ? better : later)
      const isOver = splitAt(due, now) === 'final'
      const isUnsettled = isOver && counted?.entry.split === 'feedback'
      return { student, lab, due, counted, isUnsettled }
    }),
  )
}

function better<S extends Standing>(a: S, b: S): S {
  return b.worth >= a.worth ? b : a
}

/** Of several pull requests the one pushed to last, unless that came too late. */
function later<S extends Standing>(a: S, b: S): S {
  const isOut = ({ lateness }: S) => lateness.kind === 'too-late'
  if (isOut(a) !== isOut(b)) return isOut(a) ? b : a
  const at = ({ entry }: S) => Date.parse(entry.pushed?.at ?? '') || 0
  return at(b) >= at(a) ? b : a
}
