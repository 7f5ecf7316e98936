import { Command } from '@commander-js/extra-typings'
import { CommanderError } from 'commander'
import { declareCourse } from './commands/verbs/course.ts'
import { declareGrading } from './commands/verbs/grading.ts'
import { declareLabs } from './commands/verbs/labs.ts'
import { declareMachine } from './commands/verbs/machine.ts'
import { openVerbs } from './commands/verbs/verbs.ts'
import { EXIT, type ExitStatus, type World } from './commands/world.ts'
import { InputError } from './model/issue.ts'

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

  const verbs = openVerbs(program, world, finish)
  declareGrading(verbs)
  declareCourse(verbs)
  declareLabs(verbs)
  declareMachine(verbs)
  return program
}
