import { BACKEND_HELP, backend, count, DATA_HELP, DEFAULT_LANGUAGE, language } from './options.ts'
import type { Verbs } from './verbs.ts'

/** Verbs for who writes labs. */
export function declareLabs({ command, finish, root, world }: Verbs): void {
  command('labs', 'list the labs, their tasks and points', 'gradus labs')
    .option('--json', 'print the labs, and nothing else, on standard output')
    .option('--lang <language>', 'language of the report: en, es', language, DEFAULT_LANGUAGE)
    .action(async (options) => {
      const { labsCommand } = await import('../labs.ts')
      finish(await labsCommand({ ...options, root: root(options) }, world))
    })

  command('new', 'make a small complete lab to start from', 'gradus new recurrent-networks')
    .argument('<id>', 'name of its folder: lower-case words joined by hyphens')
    .action(async (id: string, options) => {
      const { newCommand } = await import('../new.ts')
      finish(await newCommand({ id, root: root(options) }, world))
    })

  command('sync', 'write what is generated from the solutions', 'gradus sync --check')
    .option('--check', 'write nothing; exit with status 1 when something is out of date')
    .action(async (options) => {
      const { syncCommand } = await import('../sync.ts')
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
      const { verifyCommand } = await import('../verify.ts')
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
      const { calibrateCommand } = await import('../calibrate.ts')
      finish(await calibrateCommand({ ...options, lab, root: root(options) }, world))
    })
}
