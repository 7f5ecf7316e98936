import { resolve } from 'node:path'
import { labIds, readLab } from '../catalog/index.ts'
import { readCourse } from '../course/index.ts'
import { type GradebookFormat, gradebookTable } from './gradebook-tables.ts'
import { openHistories } from './pulls/history.ts'
import { labsOf } from './pulls/labs-of.ts'
import { marksOfClass } from './pulls/marks-of-class.ts'
import { DEFAULT_OUT } from './records.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

export interface GradebookOptions {
  readonly root: string
  /** Of this lab only. */
  readonly lab?: string | undefined
  readonly format: GradebookFormat
  /** Folder of the records. */
  readonly records?: string | undefined
}

/** `gradus gradebook`: the marks of pull requests, as a table that course platforms read. */
export async function gradebookCommand(
  options: GradebookOptions,
  world: World,
): Promise<ExitStatus> {
  const { course, students } = await readCourse(options.root, await labIds(options.root))
  const chosen = labsOf(course, options)
  const labs = await Promise.all(
    chosen.map(async (lab) => {
      const { title, tasks } = await readLab(options.root, lab.id)
      const points = tasks.reduce((sum, task) => sum + task.points, 0)
      return { lab, title: title[course.language].replaceAll('`', ''), points }
    }),
  )
  const histories = openHistories(resolve(world.cwd, options.records ?? DEFAULT_OUT)).all()
  const marks = marksOfClass(course, students, chosen, histories, world.now())
  world.stdout.write(gradebookTable(options.format, labs, marks))
  const unsettled = marks.filter((mark) => mark.isUnsettled).length
  if (unsettled > 0) world.stderr.write(`${unsettled} without the final mark yet: gradus plan\n`)
  return EXIT.done
}
