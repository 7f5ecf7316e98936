import { DEFAULT_LANGUAGE, gradebookFormat, language } from './options.ts'
import type { Verbs } from './verbs.ts'

/** Verbs of a course: its students, their repositories and pull requests. */
export function declareCourse({ command, finish, root, world }: Verbs): void {
  command('course', 'show and check course.yaml and roster.csv', 'gradus course --student s1002')
    .option('--student <id>', 'show when everything is due for this student')
    .option('--new', 'write a course.yaml and a roster.csv to start from')
    .option('--json', 'print the course, and nothing else, on standard output')
    .option('--lang <language>', 'language of what is printed: en, es', language, DEFAULT_LANGUAGE)
    .action(async (options) => {
      const { courseCommand } = await import('../course.ts')
      finish(await courseCommand({ ...options, root: root(options) }, world))
    })

  command(
    'export',
    'make the repository that students start from',
    'gradus export convolutions ../convolutions-template',
  )
    .argument('<lab>', 'the lab to hand out')
    .argument('<dir>', 'where to write it')
    .option('--update', 'bring a repository that was exported before up to date; src/ stays')
    .option('--lang <language>', 'language of handout and reports: en, es', language)
    .action(async (lab: string, dir: string, options) => {
      const { exportCommand } = await import('../export.ts')
      finish(await exportCommand({ ...options, lab, dir, root: root(options) }, world))
    })

  command(
    'plan',
    'say which pull requests of the course are to be graded, and at which commit',
    'gradus plan --out plan.json',
  )
    .option('--lab <id>', 'of this lab only')
    .option('--regrade', 'also those whose head was graded before')
    .option('--drafts', 'also drafts')
    .option('--records <dir>', 'where it is remembered what was pushed when', '.gradus')
    .option('--out <file>', 'write the plan here; without it, it is printed')
    .action(async (options) => {
      const { planCommand } = await import('../plan.ts')
      finish(await planCommand({ ...options, root: root(options) }, world))
    })

  command(
    'merge',
    'collect the results of all parts of a plan, and name what is missing',
    'gradus merge results-1 results-2 --plan plan.json --results results',
  )
    .argument('<folder...>', 'folders of results')
    .requiredOption('--plan <file>', 'the plan that was graded')
    .requiredOption('--results <dir>', 'where to put them together')
    .action(async (folders: string[], options) => {
      const { mergeCommand } = await import('../merge.ts')
      finish(await mergeCommand(folders, options, world))
    })

  command(
    'report',
    'write the results of a plan on the pull requests: one comment and one mark each',
    'gradus report results --plan plan.json',
  )
    .argument('<folder...>', 'folders of results')
    .requiredOption('--plan <file>', 'the plan that was graded')
    .option('--records <dir>', 'where points of earlier pushes are kept', '.gradus')
    .action(async (results: string[], options) => {
      const { reportCommand } = await import('../report.ts')
      finish(await reportCommand({ ...options, results, root: root(options) }, world))
    })

  command(
    'gradebook',
    'print the marks of all pull requests as a table, for course platforms too',
    'gradus gradebook --format canvas > marks.csv',
  )
    .option('--format <format>', 'csv, canvas or moodle', gradebookFormat, 'csv')
    .option('--lab <id>', 'of this lab only')
    .option('--records <dir>', 'where points of pushes are kept', '.gradus')
    .action(async (options) => {
      const { gradebookCommand } = await import('../gradebook.ts')
      finish(await gradebookCommand({ ...options, root: root(options) }, world))
    })
}
