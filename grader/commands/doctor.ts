import { readLabs } from '../catalog/index.ts'
import { gatherFacts, versionOfGit } from '../doctor/facts.ts'
import type { Finding } from '../doctor/finding.ts'
import { canGrade, findingsOf } from '../doctor/findings.ts'
import { mendPackages } from '../doctor/mend.ts'
import { InputError } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import { missingPackages } from '../run/sandbox/index.ts'
import { nativeInstallCommand } from './native.ts'
import { EXIT, type ExitStatus, hasColour, type World } from './world.ts'

export interface DoctorOptions {
  readonly json?: true | undefined
  /** Install what is missing and can be installed. */
  readonly install?: true | undefined
  /** With install: the native library too. */
  readonly native?: true | undefined
  /** The course's repositories on GitHub, instead of this machine. */
  readonly github?: true | undefined
  readonly root: string
}

/** `gradus doctor`: what works on this machine. Its exit status says that it looked, not what it saw. */
export async function doctorCommand(options: DoctorOptions, world: World): Promise<ExitStatus> {
  if (options.github === true) return showGithub(options, world)
  if (options.install === true) await install(options, world)
  const facts = await gatherFacts(world.env, world.cwd, await labsOf(options.root))
  if (options.json === true) {
    world.stdout.write(`${JSON.stringify(findingsOf(facts), null, 2)}\n`)
  } else {
    const verdict = canGrade(facts)
      ? 'Hidden checks can be run here.'
      : 'Hidden checks cannot be run here; gradus check runs the public ones on code you trust.'
    world.stdout.write(
      `${page(findingsOf(facts), hasColour(world.stdout, world.env))}\n${verdict}\n`,
    )
  }
  return EXIT.done
}

/** None where they cannot be read: `gradus sync` says why, and the machine is looked at all the same. */
async function labsOf(root: string): Promise<readonly Lab[]> {
  try {
    return await readLabs(root)
  } catch (error) {
    if (error instanceof InputError) return []
    throw error
  }
}

async function showGithub({ root, json }: DoctorOptions, world: World): Promise<ExitStatus> {
  // octokit is read only when GitHub is asked
  const { githubDoctor } = await import('./doctor-github.ts')
  const findings = await githubDoctor(root, world)
  const text = json === true ? `${JSON.stringify(findings, null, 2)}\n` : null
  world.stdout.write(text ?? page(findings, hasColour(world.stdout, world.env)))
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
function page(findings: readonly Finding[], colour: boolean): string {
  const width = Math.max(...findings.map(({ name }) => name.length)) + 2
  const lines = findings.map(({ name, state, what, next }: Finding) => {
    const mark = MARKS[state].padEnd(4)
    const shown = colour ? `\u001b[${COLOURS[state]}m${mark}\u001b[0m` : mark
    const advice = next === null ? '' : `\n${' '.repeat(4 + width)}${next}`
    return `${shown}${name.padEnd(width)}${what}${advice}\n`
  })
  return lines.join('')
}
