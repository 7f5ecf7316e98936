import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { formatIssue, InputError } from '../model/issue.ts'
import { readCourse } from './read-course.ts'

export const COURSE = `title: { en: Deep learning, es: Aprendizaje profundo }
organization: school
language: es
time-zone: Europe/Madrid
grace-minutes: 10
counts: last-with-penalty
late: { percent-per-day: 10, days: 5 }
runs-on: [self-hosted, linux, gpu]
labs:
  convolutions: { opens: 2026-09-28 09:00, due: 2026-10-05 23:59 }
  custom-losses:
    due: 2026-10-26T12:00:30
    counts: best
    grace-minutes: 0
extensions:
  - { student: s1, lab: convolutions, until: 2026-10-12 23:59 }
  - { team: red, hours: 48 }
  - { student: s3, lab: convolutions, percent: 25 }
`

export const ROSTER = `id,login,name,section,team,status,since,repository
s1,ana,Ana López,A,red,,,
s2,luis-p,"Pérez, Luis",A,red,joined,2026-10-10,
s3,Mei,美,B,,dropped,2026-11-01,other-owner/work-{lab}
`

const LABS = ['convolutions', 'custom-losses', 'siamese']

/** A folder of its own with these two files; it goes away with the test. */
export async function courseFolder(course: string, roster: string | Uint8Array): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'gradus-course-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  await writeFile(join(root, 'course.yaml'), course)
  await writeFile(join(root, 'roster.csv'), roster)
  return root
}

export async function read(course = COURSE, roster: string | Uint8Array = ROSTER) {
  return readCourse(await courseFolder(course, roster), LABS)
}

/** The lines that a person would read, with paths relative to the course. */
export async function issues(
  course = COURSE,
  roster: string | Uint8Array = ROSTER,
): Promise<string[]> {
  const root = await courseFolder(course, roster)
  try {
    await readCourse(root, LABS)
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.issues.map((issue) => formatIssue(issue).replaceAll(`${root}/`, ''))
  }
}
