import { REPOSITORY } from './options.ts'
import type { Verbs } from './verbs.ts'

const example = (line: string) => `\nExample:\n  $ ${line}`

/** Verbs about the machine that grades. */
export function declareMachine({ command, finish, program, root, world }: Verbs): void {
  const data = program
    .command('data')
    .description('data sets other than those that come with Gradus')
    .addHelpText('after', example('gradus data fetch cats-vs-dogs'))
  data
    .command('list')
    .description('say which there are, where they are, and under which licence')
    .option('--json', 'print the data sets, and nothing else, on standard output')
    .addHelpText('after', example('gradus data list'))
    .action(async (options) => {
      const { dataListCommand } = await import('../data.ts')
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
    .option('--json', 'print what was fetched, and nothing else, on standard output')
    .addHelpText('after', example('gradus data fetch my-pets --from https://example.org/pets.zip'))
    .action(async (name: string, options) => {
      const { dataFetchCommand } = await import('../data.ts')
      finish(await dataFetchCommand({ ...options, name, root: root(options) }, world))
    })
  data
    .command('verify')
    .description('compare a data set with what was fetched, and read all of it')
    .argument('<name>', 'one of `gradus data list`, or a folder of GRADUS_DATA')
    .option('--json', 'print what was found, and nothing else, on standard output')
    .addHelpText('after', example('gradus data verify cats-vs-dogs'))
    .action(async (name: string, options) => {
      const { dataVerifyCommand } = await import('../data-verify.ts')
      finish(await dataVerifyCommand({ ...options, name }, world))
    })

  const native = program
    .command('native')
    .description("TensorFlow's own library as a backend: faster for large networks, and for GPUs")
    .addHelpText('after', example('gradus native install'))
  native
    .command('install')
    .description('download TensorFlow and build the backend, in your cache folder')
    .option('--gpu', 'with CUDA, for NVIDIA graphics cards (3.4 GB instead of 0.3 GB)')
    .action(async (options) => {
      const { nativeInstallCommand } = await import('../native.ts')
      finish(await nativeInstallCommand(options, world))
    })
  native
    .command('remove')
    .description('remove what install made')
    .action(async () => {
      const { nativeRemoveCommand } = await import('../native.ts')
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
      const { doctorCommand } = await import('../doctor.ts')
      finish(await doctorCommand({ ...options, root: root(options) }, world))
    })
}
