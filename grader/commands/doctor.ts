import { examineRungs } from '../run/sandbox/index.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

interface Finding {
  readonly name: string
  readonly well: boolean
  readonly what: string
  /** The command or step that mends it. */
  readonly next: string | null
}

/** `gradus doctor`: what works on this machine. Exit status 1 when hidden checks cannot be run here. */
export async function doctorCommand(
  options: { readonly json?: true | undefined },
  world: World,
): Promise<ExitStatus> {
  const rungs = await examineRungs()
  const findings: Finding[] = [
    { name: 'node', well: true, what: process.versions.node, next: null },
    ...rungs.map(({ rung, usable, why, next }) => ({
      name: `sandbox ${rung}`,
      well: usable,
      what: why,
      next: usable ? null : next,
    })),
  ]
  if (options.json === true) world.stdout.write(`${JSON.stringify(findings, null, 2)}\n`)
  else for (const finding of findings) world.stdout.write(line(finding))
  return rungs.some(({ usable }) => usable) ? EXIT.done : EXIT.below
}

function line({ name, well, what, next }: Finding): string {
  const advice = next === null ? '' : `\n${' '.repeat(16)}${next}`
  return `${well ? 'ok  ' : 'no  '}${name.padEnd(12)}${what}${advice}\n`
}
