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
  const reasons = probes.filter(({ rung }) => (asked ?? rung) === rung)
  const isOne = new Set(reasons.map(({ why }) => why)).size === 1
  throw new InputError(
    (isOne ? reasons.slice(0, 1) : reasons).map(({ rung, why, next }) => ({
      file: isOne ? 'sandbox' : `sandbox ${rung}`,
      line: null,
      column: null,
      what: `cannot be used: ${why}.`,
      next:
        next ?? 'Hidden checks are not run without a sandbox; `gradus check` runs the public ones.',
    })),
  )
}
