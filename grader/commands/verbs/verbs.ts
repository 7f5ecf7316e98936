import { resolve } from 'node:path'
import type { Command } from '@commander-js/extra-typings'
import type { ExitStatus, World } from '../world.ts'
import { REPOSITORY } from './options.ts'

/** What a declaration of verbs is given. */
export type Verbs = ReturnType<typeof openVerbs>

export function openVerbs(program: Command, world: World, finish: (status: ExitStatus) => void) {
  return {
    program,
    world,
    finish,
    /** A verb with `--root` and an example in its help. */
    command: (usage: string, description: string, example: string) =>
      program
        .command(usage)
        .description(description)
        .option('--root <dir>', 'folder that holds labs/, solutions/ and starter/', REPOSITORY)
        .addHelpText('after', `\nExample:\n  $ ${example}`),
    root: (options: { root: string }) => resolve(world.cwd, options.root),
  }
}
