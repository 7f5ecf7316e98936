import { resolve } from 'node:path'
import { readPlan } from './pulls/read-plan.ts'
import { resultFiles, writeResult } from './pulls/results.ts'
import { plannedFor, readResult } from './pulls/trust.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

export interface MergeOptions {
  readonly plan: string
  readonly results: string
}

/**
 * `gradus merge`: collects the results of all parts of a plan in one folder, and names what is missing.
 * Of two results of one pull request the later named folder's is kept.
 */
export async function mergeCommand(
  folders: readonly string[],
  options: MergeOptions,
  world: World,
): Promise<ExitStatus> {
  const plan = readPlan(resolve(world.cwd, options.plan))
  const missing = new Set(plan.pulls)
  let refused = 0
  for (const folder of folders) {
    for (const file of resultFiles([resolve(world.cwd, folder)])) {
      const read = readResult(file)
      const planned = read.ok ? plannedFor(read.result, plan.pulls) : { problem: read.problem }
      if (!read.ok || 'problem' in planned) {
        refused += 1
        world.stderr.write(`${file} ${'problem' in planned ? planned.problem : ''}\n`)
        continue
      }
      missing.delete(planned)
      writeResult(resolve(world.cwd, options.results), read.result)
    }
  }
  for (const { repository, number, lab } of missing) {
    world.stderr.write(`${repository}#${number} has no result of ${lab}; plan again to grade it\n`)
  }
  const found = plan.pulls.length - missing.size
  world.stderr.write(`${found} of ${plan.pulls.length} results; ${refused} refused\n`)
  return missing.size + refused === 0 ? EXIT.done : EXIT.fault
}
