import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { labIds, writeGenerated } from '../catalog/index.ts'
import { dueOf, newCourse, readCourse, repositoryOf } from '../course/index.ts'
import type { Course, CourseLab, Due, Student } from '../model/course.ts'
import { InputError } from '../model/issue.ts'
import type { Language } from '../model/lab.ts'
import { issueWith, shown } from '../reading/source.ts'
import { didYouMean } from '../reading/suggest.ts'
import { courseText, studentText } from './course-text.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

export interface CourseOptions {
  readonly root: string
  readonly student?: string | undefined
  readonly new?: true | undefined
  readonly json?: true | undefined
  readonly lang: Language
}

/** A student with what is due and where it is found, for every lab. */
export interface StudentPlan {
  readonly student: Student
  readonly labs: readonly {
    readonly lab: CourseLab
    readonly repository: string
    readonly due: Due
  }[]
}

/** `gradus course`: the labs of the course and when each is due for whom; every mistake in its files. */
export async function courseCommand(options: CourseOptions, world: World): Promise<ExitStatus> {
  const ids = await labIds(options.root)
  if (options.new === true) return start(options.root, ids, world)
  const { course, students } = await readCourse(options.root, ids)
  const plans = asked(students, options).map((student) => planOf(course, student))
  world.stdout.write(printed(course, plans, options))
  return EXIT.done
}

function printed(course: Course, plans: readonly StudentPlan[], options: CourseOptions): string {
  if (options.json === true) {
    const students = plans.map(({ student, labs }) => ({
      ...student,
      labs: labs.map(({ lab, repository, due }) => ({ lab: lab.id, repository, due })),
    }))
    return `${JSON.stringify({ course, students }, null, 2)}\n`
  }
  if (options.student === undefined) return courseText(course, plans, options.lang)
  return plans.map((plan) => studentText(course, plan, options.lang)).join('\n')
}

function planOf(course: Course, student: Student): StudentPlan {
  const labs = course.labs.map((lab) => {
    const repository = repositoryOf(course, student, lab.id)
    return { lab, repository, due: dueOf(course, lab, student) }
  })
  return { student, labs }
}

function asked(students: readonly Student[], { root, student }: CourseOptions) {
  if (student === undefined) return students
  const found = students.find(({ id, login }) => id === student || login === student)
  if (found !== undefined) return [found]
  const names = students.flatMap(({ id, login }) => [id, login])
  const next = didYouMean(student, names, 'Write an id or login that stands in it.')
  const what = `has no student "${student}".`
  throw new InputError([issueWith(shown(join(root, 'roster.csv')), what, next)])
}

async function start(root: string, ids: readonly string[], world: World): Promise<ExitStatus> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const files = newCourse(ids, timeZone, world.now())
  const taken = await Promise.all(files.map(({ path }) => exists(join(root, path))))
  const issues = files.flatMap(({ path }, index) =>
    taken[index] === true
      ? [issueWith(shown(join(root, path)), 'is there already.', 'Change it, or remove it first.')]
      : [],
  )
  if (issues.length > 0) throw new InputError(issues)
  await writeGenerated(root, files)
  for (const { path } of files) world.stdout.write(`${path}\n`)
  world.stdout.write('\nChange the dates, add your students, and see what is due: gradus course\n')
  return EXIT.done
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false
      throw error
    },
  )
}
