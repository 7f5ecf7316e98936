import { join } from 'node:path'
import type { Course, CourseLab } from '../../model/course.ts'
import { InputError } from '../../model/issue.ts'
import { shown } from '../../reading/source.ts'
import { didYouMean } from '../../reading/suggest.ts'

/** The labs of a course, or the one that was named. Throws an InputError where there is none. */
export function labsOf(
  course: Course,
  { root, lab }: { readonly root: string; readonly lab?: string | undefined },
): readonly CourseLab[] {
  const labs = course.labs.filter(({ id }) => lab === undefined || id === lab)
  if (labs.length > 0) return labs
  const ids = course.labs.map(({ id }) => id)
  const file = shown(join(root, 'course.yaml'))
  const next = didYouMean(lab ?? '', ids, 'Name a lab that stands in it.')
  throw new InputError([{ file, line: null, column: null, what: `has no lab "${lab}".`, next }])
}
