import { createHash, createHmac } from 'node:crypto'
import { seedsFrom } from '../kit/seeds-of-run.ts'
import { type CheckSeeds, checkKey } from '../kit/settings.ts'
import { allChecks, type Check, type Lab } from '../model/lab.ts'
import type { Split } from '../model/outcome.ts'

/** The public seed of every course: anyone may know the inputs of a public check. */
export const PUBLIC_SEED = 1

/**
 * Seeds of every check, the same for all students and all gradings: a public check's from `PUBLIC_SEED`, a
 * hidden one's from the instructor's secret, so that hidden inputs cannot be computed from this code. The
 * final mark has hidden seeds of its own: what pushes may have learned of the others is worth nothing there.
 */
export function seedsOf(
  lab: Lab,
  secret: string,
  split: Split = 'feedback',
): Record<string, CheckSeeds> {
  return Object.fromEntries(
    allChecks(lab).map(({ task, check }) => {
      const key = checkKey(task.id, check.id)
      const final = split === 'final' && check.visibility === 'hidden' ? '/final' : ''
      return [key, seeds(check, `${lab.id}/${lab.version}/${key}${final}`, secret)]
    }),
  )
}

/** Names a secret without telling it: scorecards made under different secrets are not comparable. */
export function keyId(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 8)
}

function seeds({ visibility }: Check, name: string, secret: string): CheckSeeds {
  const key = visibility === 'public' ? String(PUBLIC_SEED) : secret
  return seedsFrom(createHmac('sha256', key).update(name).digest('hex').slice(0, 32))
}
