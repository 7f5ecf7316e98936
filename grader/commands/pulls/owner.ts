import { repositoryOf } from '../../course/index.ts'
import type { Course, CourseLab, Student } from '../../model/course.ts'
import type { SkipReason } from '../../model/pulls.ts'
import type { Pull } from '../../platform/github/index.ts'

/** Who works on what in one repository. */
export interface Desk {
  readonly repository: string
  readonly places: readonly { readonly student: Student; readonly lab: CourseLab }[]
}

/** Every repository of a course once, with the students and labs that it is for. */
export function desks(
  course: Course,
  students: readonly Student[],
  labs: readonly CourseLab[],
): Desk[] {
  const places = students.flatMap((student) =>
    labs.map((lab) => ({ student, lab, repository: repositoryOf(course, student, lab.id) })),
  )
  const grouped = Map.groupBy(places, ({ repository }) => repository.toLowerCase())
  return [...grouped.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ repository: first.repository, places: group }]
  })
}

type Owned =
  | { readonly ok: true; readonly student: Student; readonly lab: CourseLab }
  | { readonly ok: false; readonly why: SkipReason }

/**
 * Whose work a pull request is, and on which lab. In a repository of one student everything is theirs;
 * where several work (forks, teams) it is the one who opened it. Where a repository is for several labs,
 * the branch is named after the lab, or begins with its name and a slash.
 */
export function ownerOf({ places }: Desk, { author, head }: Pull): Owned {
  const students = [...new Set(places.map(({ student }) => student))]
  const labs = [...new Set(places.map(({ lab }) => lab))]
  const forkOwner = head.repository?.split('/')[0] ?? ''
  const logins = [author, forkOwner].map((login) => login.toLowerCase())
  const student =
    students.length === 1
      ? students[0]
      : students.find(({ login }) => logins.includes(login.toLowerCase()))
  if (student === undefined) return { ok: false, why: 'unknown-student' }
  const lab =
    labs.length === 1
      ? labs[0]
      : labs.find(({ id }) => head.branch === id || head.branch.startsWith(`${id}/`))
  return lab === undefined ? { ok: false, why: 'unknown-lab' } : { ok: true, student, lab }
}
