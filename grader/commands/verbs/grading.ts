import {
  BACKEND_HELP,
  backend,
  DATA_HELP,
  DEFAULT_LANGUAGE,
  language,
  number,
  rung,
} from './options.ts'
import type { Verbs } from './verbs.ts'

/** Verbs that grade, and mark what was graded. */
export function declareGrading({ command, finish, root, world }: Verbs): void {
  command(
    'grade',
    'grade submissions in the sandbox, hidden checks included',
    'gradus grade solutions/convolutions',
  )
    .argument('[submission...]', 'folder of a student, its src/, URL#ref, or owner/repository#12')
    .option('--lab <id>', 'the lab to grade; by default the one that the folder is named after')
    .option('--plan <file>', 'grade the pull requests of a plan, instead of submissions')
    .option('--shard <i/n>', 'with --plan: this part of it only, such as 2/4')
    .option('--results <dir>', 'with --plan: where results go', 'results')
    .option('--json', 'print scorecards, and nothing else, on standard output')
    .option('--html <file>', 'also write the report as one HTML page')
    .option('--markdown <file>', 'also write the report as Markdown')
    .option('--instructor', 'show what hidden checks measured')
    .option('--regrade', 'grade again what was graded before')
    .option('--out <dir>', 'where records go and are resumed from', '.gradus')
    .option('--min <points>', 'exit with status 1 when a submission has fewer', number)
    .option('--rung <rung>', 'use this sandbox only: A, B', rung)
    .option('--backend <id>', BACKEND_HELP, backend)
    .option('--data <name>', DATA_HELP)
    .option('--final', 'for the final mark: other held-out examples and seeds than for feedback')
    .option('--lang <language>', 'language of the report: en, es', language, DEFAULT_LANGUAGE)
    .action(async (submissions: string[], options, grade) => {
      const { lab, plan, shard, results, ...others } = { ...options, root: root(options) }
      if (plan !== undefined) {
        if (others.final === true) return grade.error('error: a plan says itself what is final')
        const { gradePlanCommand } = await import('../grade-plan.ts')
        finish(await gradePlanCommand({ ...others, plan, shard, results }, world))
        return
      }
      if (submissions.length === 0)
        return grade.error("error: missing required argument 'submission'")
      const { gradeCommand } = await import('../grade-command.ts')
      const { namedLab } = await import('../named-lab.ts')
      const id = lab ?? (await namedLab(submissions, { root: others.root, cwd: world.cwd }))
      finish(await gradeCommand(submissions, { ...others, lab: id }, world))
    })

  command(
    'check',
    'run the public checks on your own machine',
    'gradus check src --lab convolutions --watch',
  )
    .argument('[folder]', 'where your files are', '.')
    .option('--lab <id>', 'the lab to check; by default the one that the folder is named after')
    .option('--json', 'print the scorecard, and nothing else, on standard output')
    .option('--watch', 'check again whenever a file changes')
    .option('--backend <id>', BACKEND_HELP, backend)
    .option('--data <name>', DATA_HELP)
    .option('--lang <language>', 'language of the report: en, es', language, DEFAULT_LANGUAGE)
    .action(async (folder: string, { lab, ...options }) => {
      const { checkCommand } = await import('../check.ts')
      const { namedLab } = await import('../named-lab.ts')
      const course = root(options)
      const id = lab ?? (await namedLab([folder], { root: course, cwd: world.cwd }))
      finish(await checkCommand(folder, { ...options, lab: id, root: course }, world))
    })

  command(
    'rescore',
    'mark graded submissions again after a change of points or tolerances; runs no student code',
    'gradus rescore --lab convolutions',
  )
    .requiredOption('--lab <id>', 'the lab to mark again')
    .option('--out <dir>', 'where the records are', '.gradus')
    .option('--json', 'print the new scorecards, and nothing else, on standard output')
    .action(async (options) => {
      const { rescoreCommand } = await import('../rescore-command.ts')
      finish(await rescoreCommand({ ...options, root: root(options) }, world))
    })

  command('demo', 'grade a half-done submission, made on the spot, from its commit', 'gradus demo')
    .option('--lang <language>', 'language of the report: en, es', language, DEFAULT_LANGUAGE)
    .action(async (options) => {
      const { demoCommand } = await import('../demo.ts')
      finish(await demoCommand({ ...options, root: root(options) }, world))
    })
}
