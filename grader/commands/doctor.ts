import { gatherFacts, versionOfGit } from '../doctor/facts.ts'
import type { Finding } from '../doctor/finding.ts'
import { canGrade, type Facts, findingsOf } from '../doctor/findings.ts'
import { mendPackages } from '../doctor/mend.ts'
import { missingPackages } from '../run/sandbox/index.ts'
import { nativeInstallCommand } from './native.ts'
import { EXIT, type ExitStatus, hasColour, type World } from './world.ts'

export interface DoctorOptions {
  readonly json?: true | undefined
  /** Install what is missing and can be installed. */
  readonly install?: true | undefined
  /** With install: the native library too. */
  readonly native?: true | undefined
}

/** `gradus doctor`: what works on this machine. Its exit status says that it looked, not what it saw. */
export async function doctorCommand(options: DoctorOptions, world: World): Promise<ExitStatus> {
  if (options.install === true) await install(options, world)
  const facts = await gatherFacts(world.env, world.cwd)
  if (options.json === true) {
    world.stdout.write(`${JSON.stringify(findingsOf(facts), null, 2)}\n`)
  } else {
    world.stdout.write(page(facts, hasColour(world.stdout, world.env)))
  }
  return EXIT.done
}

async function install(options: DoctorOptions, world: World): Promise<void> {
  // what it says must not end up in the JSON
  const quiet = { ...world, stdout: world.stderr }
  const { env, stderr } = world
  const isRoot = process.getuid?.() === 0
  const git = (await versionOfGit(env)) === null ? ['git'] : []
  const packages = [...missingPackages(), ...git]
  await mendPackages({ packages, isRoot, env, stderr })
  if (options.native === true) await nativeInstallCommand({}, quiet)
}

const MARKS = { well: 'ok', spare: '-', ill: 'NO' } as const
const COLOURS = { well: 32, spare: 2, ill: 31 } as const

/** One line for each finding, with what mends it below. */
function page(facts: Facts, colour: boolean): string {
  const findings = findingsOf(facts)
  const width = Math.max(...findings.map(({ name }) => name.length)) + 2
  const lines = findings.map(({ name, state, what, next }: Finding) => {
    const mark = MARKS[state].padEnd(4)
    const shown = colour ? `\u001b[${COLOURS[state]}m${mark}\u001b[0m` : mark
    const advice = next === null ? '' : `\n${' '.repeat(4 + width)}${next}`
    return `${shown}${name.padEnd(width)}${what}${advice}\n`
  })
  const verdict = canGrade(facts)
    ? 'Hidden checks can be run here.'
    : 'Hidden checks cannot be run here; gradus check runs the public ones on code you trust.'
  return `${lines.join('')}\n${verdict}\n`
}
