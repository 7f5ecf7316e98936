import { courseSchema } from '../model/course.schema.ts'
import type { Vocabulary } from '../reading/words.ts'
import type { Advice } from '../reading/yaml-file.ts'

/** What to do about a course.yaml that cannot be read. */
export const COURSE_ADVICE: Advice = {
  missing: 'Start one, and a roster.csv, with: gradus course --new',
  empty: 'Write the course in it; docs/instructor.md has one to start from.',
  large: 'A course.yaml holds a few hundred lines; students belong in roster.csv.',
  firstKey: 'title',
}

/** By the last key of a path: what its text should have been, and what to write. */
const TEXTS: Readonly<Record<string, readonly [kind: string, next: string]>> = {
  organization: [
    'a name of an account on GitHub',
    'Write it as it stands after github.com/, such as deep-learning-2026.',
  ],
  repository: [
    'a pattern of a repository name',
    'Use letters, digits, ".", "-", "_" and {lab}, {login}, {id}, {team}, such as "{lab}-{login}".',
  ],
  due: ['a date and time', 'Write it as 2026-10-05 23:59, in the time zone of the course.'],
}

/** How a course.yaml is spoken of. */
export const COURSE_WORDS: Vocabulary = {
  schema: courseSchema,
  whole: 'the course',
  containers: { labs: 'lab', extensions: 'extension' },
  id: () => 'Use the name of its folder in labs/, such as "convolutions".',
  text: (path) => {
    const key = path.at(-1) ?? ''
    const known = TEXTS[key === 'opens' || key === 'until' ? 'due' : key]
    return known ?? ['a label of a runner', 'Write labels such as [self-hosted, linux, gpu].']
  },
}
