import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, InvalidArgumentError } from '@commander-js/extra-typings'
import { CommanderError } from 'commander'
import { EXIT, type ExitStatus, type World } from './commands/world.ts'
import { BACKENDS, type BackendId } from './model/backend.ts'
import { InputError } from './model/issue.ts'
import type { Language } from './model/lab.ts'

const DEFAULT_LANGUAGE: Language = 'en'

const REPOSITORY = dirname(dirname(fileURLToPath(import.meta.url)))

const BACKEND_HELP = `compute on this one only: ${BACKENDS.join(', ')}; by default the best that is there`

const DATA_HELP = "data set to train on, of those in lab.yaml; by default the lab's first"

const STATUS_HELP = `
Exit status: 0 done, 1 points under --min or a lab that does not verify, 2 usage, configuration or a
submission that is not there, 3 a fault of the grader.`

/** Runs one command line and gives its exit status; every error a person sees is printed here. */
export async function main(argv: readonly string[], world: World): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done
  const program = describe(world, (next) => {
    status = next
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    if (error instanceof InputError) {
      world.stderr.write(`${error.message}\n`)
      return EXIT.usage
    }
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    world.stderr.write(`A fault of the grader, not of any submission:\n${text}\n`)
    return EXIT.fault
  }
}

function describe(world: World, finish: (status: ExitStatus) => void) {
  const program = new Command('gradus')
    .description('Grades labs of deep-learning courses in TypeScript and TensorFlow.js.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
    })
    .showSuggestionAfterError()
    .addHelpText('after', STATUS_HELP)

  const command = (usage: string, description: string, example: string) =>
    program
      .command(usage)
      .description(description)
      .option('--root <dir>', 'folder that holds labs/, solutions/ and starter/', REPOSITORY)
      .addHelpText('after', `\nExample:\n  $ ${example}`)

  const root = (options: { root: string }) => resolve(world.cwd, options.root)

  command(
    'grade',
    'grade submissions in the sandbox, hidden checks included',
    'gradus grade solutions/convolutions --lab convolutions',
  )
    .argument('[submission...]', 'folder of a student, its src/, URL#ref, or owner/repository#12')
    .option('--lab <id>', 'the lab to grade')
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
        const { gradePlanCommand } = await import('./commands/grade-plan.ts')
        finish(await gradePlanCommand({ ...others, plan, shard, results }, world))
        return
      }
      if (lab === undefined) return grade.error("error: required option '--lab <id>' not specified")
      if (submissions.length === 0)
        return grade.error("error: missing required argument 'submission'")
      const { gradeCommand } = await import('./commands/grade-command.ts')
      finish(await gradeCommand(submissions, { ...others, lab }, world))
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
      const { planCommand } = await import('./commands/plan.ts')
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
      const { mergeCommand } = await import('./commands/merge.ts')
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
      const { reportCommand } = await import('./commands/report.ts')
      finish(await reportCommand({ ...options, results, root: root(options) }, world))
    })

  command(
    'check',
    'run the public checks on your own machine',
    'gradus check src --lab convolutions --watch',
  )
    .argument('[folder]', 'where your files are', '.')
    .requiredOption('--lab <id>', 'the lab to check')
    .option('--json', 'print the scorecard, and nothing else, on standard output')
    .option('--watch', 'check again whenever a file changes')
    .option('--backend <id>', BACKEND_HELP, backend)
    .option('--data <name>', DATA_HELP)
    .option('--lang <language>', 'language of the report: en, es', language, DEFAULT_LANGUAGE)
    .action(async (folder: string, options) => {
      const { checkCommand } = await import('./commands/check.ts')
      finish(await checkCommand(folder, { ...options, root: root(options) }, world))
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
      const { rescoreCommand } = await import('./commands/rescore-command.ts')
      finish(await rescoreCommand({ ...options, root: root(options) }, world))
    })

  command('labs', 'list the labs, their tasks and points', 'gradus labs')
    .option('--json', 'print the labs, and nothing else, on standard output')
    .option('--lang <language>', 'language of the report: en, es', language, DEFAULT_LANGUAGE)
    .action(async (options) => {
      const { labsCommand } = await import('./commands/labs.ts')
      finish(await labsCommand({ ...options, root: root(options) }, world))
    })

  command('course', 'show and check course.yaml and roster.csv', 'gradus course --student s1002')
    .option('--student <id>', 'show when everything is due for this student')
    .option('--new', 'write a course.yaml and a roster.csv to start from')
    .option('--json', 'print the course, and nothing else, on standard output')
    .option('--lang <language>', 'language of what is printed: en, es', language, DEFAULT_LANGUAGE)
    .action(async (options) => {
      const { courseCommand } = await import('./commands/course.ts')
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
      const { exportCommand } = await import('./commands/export.ts')
      finish(await exportCommand({ ...options, lab, dir, root: root(options) }, world))
    })

  command('sync', 'write what is generated from the solutions', 'gradus sync --check')
    .option('--check', 'write nothing; exit with status 1 when something is out of date')
    .action(async (options) => {
      const { syncCommand } = await import('./commands/sync.ts')
      finish(await syncCommand({ ...options, root: root(options) }, world))
    })

  command(
    'verify',
    'prove that a lab grades fairly: solutions pass, known mistakes lose their task and are named',
    'gradus verify convolutions',
  )
    .argument('<lab>', 'the lab to verify')
    .option('--json', 'print the findings, and nothing else, on standard output')
    .option('--backend <id>', BACKEND_HELP, backend)
    .option('--data <name>', DATA_HELP)
    .action(async (lab: string, options) => {
      const { verifyCommand } = await import('./commands/verify.ts')
      finish(await verifyCommand({ ...options, lab, root: root(options) }, world))
    })

  command(
    'calibrate',
    'train every right solution many times, to see what thresholds they always reach',
    'gradus calibrate custom-losses --backend wasm',
  )
    .argument('<lab>', 'the lab to calibrate')
    .option('--seeds <count>', 'runs of each solution; by default as many as a bound needs', count)
    .option('--show', 'train nothing: print what was measured')
    .option('--json', 'print the record, and nothing else, on standard output')
    .option('--backend <id>', BACKEND_HELP, backend)
    .option('--data <name>', DATA_HELP)
    .action(async (lab: string, options) => {
      const { calibrateCommand } = await import('./commands/calibrate.ts')
      finish(await calibrateCommand({ ...options, lab, root: root(options) }, world))
    })

  command('new', 'make a small complete lab to start from', 'gradus new recurrent-networks')
    .argument('<id>', 'name of its folder: lower-case words joined by hyphens')
    .action(async (id: string, options) => {
      const { newCommand } = await import('./commands/new.ts')
      finish(await newCommand({ id, root: root(options) }, world))
    })

  command('demo', 'grade a half-done submission, made on the spot, from its commit', 'gradus demo')
    .option('--lang <language>', 'language of the report: en, es', language, DEFAULT_LANGUAGE)
    .action(async (options) => {
      const { demoCommand } = await import('./commands/demo.ts')
      finish(await demoCommand({ ...options, root: root(options) }, world))
    })

  const data = program
    .command('data')
    .description('data sets other than those that come with Gradus')
    .addHelpText('after', '\nExample:\n  $ gradus data fetch cats-vs-dogs')
  data
    .command('list')
    .description('say which there are, where they are, and under which licence')
    .option('--json', 'print the data sets, and nothing else, on standard output')
    .action(async (options) => {
      const { dataListCommand } = await import('./commands/data.ts')
      finish(await dataListCommand(options, world))
    })
  data
    .command('fetch')
    .description('download a data set, compare its SHA-256 and unpack it, in your cache folder')
    .argument('<name>', 'one of `gradus data list`, or a new name with --from')
    .option(
      '--from <place>',
      'URL or path of its archive (.zip, .tar.gz) or of the folder of its files',
    )
    .option('--root <dir>', 'folder whose data-pins.json has the SHA-256 of your own', REPOSITORY)
    .action(async (name: string, options) => {
      const { dataFetchCommand } = await import('./commands/data.ts')
      finish(await dataFetchCommand({ name, from: options.from, root: root(options) }, world))
    })
  data
    .command('verify')
    .description('compare a data set with what was fetched, and read all of it')
    .argument('<name>', 'name of the data set')
    .action(async (name: string) => {
      const { dataVerifyCommand } = await import('./commands/data.ts')
      finish(await dataVerifyCommand({ name }, world))
    })

  const native = program
    .command('native')
    .description("TensorFlow's own library as a backend: faster for large networks, and for GPUs")
    .addHelpText('after', '\nExample:\n  $ gradus native install')
  native
    .command('install')
    .description('download TensorFlow and build the backend, in your cache folder')
    .option('--gpu', 'with CUDA, for NVIDIA graphics cards (3.4 GB instead of 0.3 GB)')
    .action(async (options) => {
      const { nativeInstallCommand } = await import('./commands/native.ts')
      finish(await nativeInstallCommand(options, world))
    })
  native
    .command('remove')
    .description('remove what install made')
    .action(async () => {
      const { nativeRemoveCommand } = await import('./commands/native.ts')
      finish(await nativeRemoveCommand(world))
    })

  command(
    'doctor',
    'say what works on this machine, and how to mend what does not',
    'gradus doctor',
  )
    .option('--json', 'print the findings, and nothing else, on standard output')
    .option('--install', 'install what is missing: Debian packages, when you are root')
    .option('--native', "with --install: TensorFlow's own library too, 0.3 GB")
    .option('--github', "what may be done in the course's repositories on GitHub, and at what cost")
    .action(async (options) => {
      const { doctorCommand } = await import('./commands/doctor.ts')
      finish(await doctorCommand({ ...options, root: root(options) }, world))
    })

  return program
}

function language(text: string): Language {
  if (text === 'en' || text === 'es') return text
  throw new InvalidArgumentError('There are en and es.')
}

function number(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new InvalidArgumentError('It must be a number.')
  }
  return value
}

function count(text: string): number {
  const value = number(text)
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError('It must be a whole number from 1.')
  }
  return value
}

function rung(text: string): 'A' | 'B' {
  if (text === 'A' || text === 'B') return text
  throw new InvalidArgumentError('There are A and B.')
}

function backend(text: string): BackendId | 'auto' {
  const found = BACKENDS.find((id) => id === text)
  if (found !== undefined) return found
  if (text === 'auto') return text
  throw new InvalidArgumentError(`There are auto, ${BACKENDS.join(', ')}.`)
}
