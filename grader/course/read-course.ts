import { join } from 'node:path'
import type { Course, Student } from '../model/course.ts'
import { InputError, type Issue } from '../model/issue.ts'
import { schemaIssues } from '../reading/schema-issues.ts'
import { sortIssues } from '../reading/source.ts'
import { asRecord } from '../reading/words.ts'
import { readYaml } from '../reading/yaml-file.ts'
import validate from './course-validator.generated.js'
import { COURSE_ADVICE, COURSE_WORDS } from './course-words.ts'
import { readRoster } from './read-roster.ts'
import { RULES } from './rules.ts'
import { withSecrets } from './secrets.ts'
import { DEFAULT_REPOSITORY, toCourse } from './to-course.ts'

/**
 * Reads and checks `course.yaml` and `roster.csv`.
 * @param root the course root
 * @param labIds the labs that there are
 * @throws InputError with every issue of both files, sorted by place
 */
export async function readCourse(
  root: string,
  labIds: readonly string[],
): Promise<{ readonly course: Course; readonly students: readonly Student[] }> {
  const { yaml, issues } = await readYaml(join(root, 'course.yaml'), COURSE_ADVICE)
  const repository = asRecord(yaml?.data)['repository']
  const named = typeof repository === 'string' ? repository : DEFAULT_REPOSITORY
  const roster = await readRoster(join(root, 'roster.csv'), named)
  if (yaml === null) throw new InputError([...issues, ...roster.issues])
  const { data, source } = yaml
  const valid = validate(data)
  const broken: Issue[] = valid ? [] : schemaIssues(yaml, validate.errors ?? [], COURSE_WORDS)
  const ruled = RULES.flatMap((rule) => rule({ yaml, labIds, known: roster.known }))
  const all = [...withSecrets(source, [...issues, ...broken, ...ruled]), ...roster.issues]
  if (!valid || all.length > 0) throw new InputError(sortIssues(all, source.file))
  return { course: toCourse(data), students: roster.students }
}
