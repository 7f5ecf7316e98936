import { InputError } from '../model/issue.ts'
import { probeRungs } from '../run/sandbox/index.ts'

/**
 * The strongest sandbox that works here, or the one asked for. Hidden checks never run without one: throws
 * InputError that says, for each rung, why not and what to do.
 */
export async function chooseRung(asked?: 'A' | 'B'): Promise<'A' | 'B'> {
  const probes = await probeRungs()
  const usable = probes.filter(({ rung, usable }) => usable && (asked ?? rung) === rung)
  const [best] = usable
  if (best !== undefined) return best.rung
  throw new InputError(
    probes
      .filter(({ rung }) => (asked ?? rung) === rung)
      .map(({ rung, why, next }) => ({
        file: 'sandbox',
        line: null,
        column: null,
        what: `rung ${rung} cannot be used: ${why}`,
        next:
          next ??
          'Hidden checks are not run without a sandbox; `gradus check` runs the public ones.',
      })),
  )
}
